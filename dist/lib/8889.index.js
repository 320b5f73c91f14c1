export const id = 8889;
export const ids = [8889];
export const modules = {

/***/ 3931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   Zc: () => (/* binding */ readTree),
/* harmony export */   _9: () => (/* binding */ inspected),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   nb: () => (/* binding */ descriptorOf),
/* harmony export */   vF: () => (/* binding */ NotWholeError)
/* harmony export */ });
/* unused harmony export compressedSize */
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9532);



class NotWholeError extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
}
const deepest = 4;
const most = 1000;
async function readTree(source, { digest, mediaType }, name) {
    const root = await source.manifest(digest, mediaType);
    if (root === undefined)
        return undefined;
    const manifests = new Map();
    const blobs = new Map();
    const images = [];
    const attestations = new Set();
    const visit = async (raw, platform, depth) => {
        const attested = platform === 'unknown/unknown';
        if (manifests.has(raw.digest)) {
            if (attested ? images.some(each => each.digest === raw.digest) : attestations.has(raw.digest))
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name}@${digest} lists ${raw.digest} both as an image and as an attestation`, 'find out who made this index, and build it again');
            return;
        }
        if (depth > deepest || manifests.size >= most)
            throw new NotWholeError(`${name}@${digest} holds too many manifests`, 'push it again as one plain index');
        const contents = contentsOf(raw, name);
        if (contents.kind === 'image') {
            for (const blob of [contents.config, ...contents.layers])
                blobs.set(blob.digest, blob);
            if (attested) {
                attestations.add(raw.digest);
                manifests.set(raw.digest, raw);
                return;
            }
            const { config, layers } = contents;
            const named = platform ?? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseConfigPlatform */ .jN)((await source.config(config.digest)) ?? Buffer.of());
            images.push({ platform: named, digest: raw.digest, config, layers });
        }
        else {
            for (const child of contents.manifests) {
                const found = await source.manifest(child.digest, child.mediaType);
                if (found === undefined)
                    throw new NotWholeError(`${name} has lost the manifest ${child.digest} of ${digest}`, 'push it again');
                await visit(found, child.platform, depth + 1);
            }
        }
        manifests.set(raw.digest, raw);
    };
    await visit(root, undefined, 1);
    return {
        root,
        manifests: [...manifests.values()],
        blobs: [...blobs.values()].filter(blob => !isForeign(blob)),
        images,
    };
}
function inspected({ images }) {
    return {
        platforms: images.map(image => ({
            platform: image.platform ?? 'unknown',
            bytes: compressedSize(image),
            layers: image.layers.map(({ digest, size }) => ({ digest, bytes: size })),
        })),
    };
}
function compressedSize({ config, layers }) {
    const sizes = new Map([config, ...layers].map(({ digest, size }) => [digest, size]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
function contentsOf({ body, mediaType, digest }, name) {
    const kind = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(body, mediaType)?.kind;
    const document = kind === undefined ? {} : JSON.parse(Buffer.from(body).toString('utf8'));
    const list = (value) => (Array.isArray(value) ? value.map(descriptorOf) : [undefined]);
    if (kind === 'index') {
        const manifests = list(document.manifests);
        if (manifests.every(each => each !== undefined))
            return { kind, manifests };
    }
    else if (kind === 'image') {
        const config = descriptorOf(document.config);
        const layers = list(document.layers);
        if (config !== undefined && layers.every(each => each !== undefined))
            return { kind, config, layers };
    }
    throw new NotWholeError(`${name}@${digest} is not a container image`, 'name an image that a build tool has pushed');
}
function descriptorOf(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const { mediaType, digest, size, platform } = value;
    if (typeof digest !== 'string' || !(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        return undefined;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return undefined;
    const named = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .platformOf */ .tj)(platform);
    return {
        mediaType: typeof mediaType === 'string' ? mediaType : '',
        digest,
        size,
        ...(named === undefined ? {} : { platform: named }),
    };
}
function isForeign({ mediaType }) {
    return mediaType.includes('.foreign.') || mediaType.includes('.nondistributable.');
}


/***/ }),

/***/ 3302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kT: () => (/* binding */ suffixes),
/* harmony export */   v7: () => (/* binding */ unitedSignatures),
/* harmony export */   w_: () => (/* binding */ legacyTag)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(630);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3931);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9532);



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
    const rootfs = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(base.config.rootfs) ? base.config.rootfs : {};
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
    const document = parsed(manifest.body);
    const { config: descriptor, layers } = document;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(descriptor) || !Array.isArray(layers))
        return undefined;
    const digest = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(descriptor)?.digest;
    if (digest === undefined || !(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .fits */ .lA)(config, digest))
        return undefined;
    if (!layers.every(layer => (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer) !== undefined))
        return undefined;
    return { document, descriptor, layers, config: parsed(config) };
}
function keyOf(layer) {
    const { digest } = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer);
    const annotations = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(layer) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(layer.annotations) ? layer.annotations : {};
    return JSON.stringify([digest, ...Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
function parsed(body) {
    try {
        const document = JSON.parse(Buffer.from(body).toString('utf8'));
        return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(document) ? document : {};
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 9532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Gh: () => (/* binding */ artifactTypeOf),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   jN: () => (/* binding */ parseConfigPlatform),
/* harmony export */   lA: () => (/* binding */ fits),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(630);



const indexTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const imageTypes = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const manifestTypes = [...indexTypes, ...imageTypes];
function parseManifest(body, type) {
    const document = parseJson(body);
    if (document === undefined)
        return undefined;
    const named = document.mediaType;
    const mediaType = typeof named === 'string' ? named : type.split(';', 1).join('').trim();
    if (indexTypes.includes(mediaType) || (mediaType === '' && Array.isArray(document.manifests))) {
        const entries = listOf(document.manifests).filter(entry => platformOf(entry.platform) !== 'unknown/unknown');
        return {
            kind: 'index',
            mediaType,
            platforms: [...new Set(entries.flatMap(entry => platformOf(entry.platform) ?? []))],
            children: entries.flatMap(entry => typeof entry.digest === 'string' && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(entry.digest) ? [entry.digest] : []),
        };
    }
    const config = mapOf(document.config)?.digest;
    if (!imageTypes.includes(mediaType) || typeof config !== 'string' || !(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(config))
        return undefined;
    return { kind: 'image', mediaType, config };
}
function artifactTypeOf(body) {
    const document = parseJson(body);
    const type = document?.artifactType ?? mapOf(document?.config)?.mediaType;
    return typeof type === 'string' && type !== '' ? type : undefined;
}
function parseConfigPlatform(body) {
    return platformOf(parseJson(body));
}
function digestOf(body, algorithm = 'sha256') {
    const digest = `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(body).digest('hex')}`;
    if ((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest))
        return digest;
    throw new Error(`${digest} is no digest`);
}
function fits(body, digest) {
    return digestOf(body, digest.startsWith('sha512:') ? 'sha512' : 'sha256') === digest;
}
function platformOf(value) {
    const platform = mapOf(value);
    if (typeof platform?.os !== 'string' || typeof platform.architecture !== 'string')
        return undefined;
    if (platform.os === '' || platform.architecture === '')
        return undefined;
    const variant = typeof platform.variant === 'string' && platform.variant !== '' ? `/${platform.variant}` : '';
    return `${platform.os}/${platform.architecture}${variant}`;
}
function parseJson(body) {
    try {
        return mapOf(JSON.parse(Buffer.from(body).toString('utf8')));
    }
    catch {
        return undefined;
    }
}
function mapOf(value) {
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(value) ? value : undefined;
}
function listOf(value) {
    return Array.isArray(value) ? value.flatMap(entry => mapOf(entry) ?? []) : [];
}


/***/ }),

/***/ 5278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ keepSignatures),
/* harmony export */   x: () => (/* binding */ signaturesIn)
/* harmony export */ });
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3931);
/* harmony import */ var _legacy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3302);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9532);



async function keepSignatures(registry, repository, tag, ours) {
    let all = ours;
    let kept = true;
    await registry.changeTag(repository, tag, async (answer) => {
        if (answer !== undefined) {
            const there = { digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(answer.body), mediaType: ours.manifest.mediaType, body: answer.body };
            if (there.digest === all.manifest.digest)
                return undefined;
            const theirs = await signaturesIn(registry, repository, there);
            const united = theirs && (0,_legacy_js__WEBPACK_IMPORTED_MODULE_1__/* .unitedSignatures */ .v7)(theirs, all);
            kept = united !== undefined;
            if (united === undefined)
                return undefined;
            all = united;
            if (united.manifest.digest === there.digest)
                return undefined;
        }
        await registry.putBytes(repository, all.config);
        return all.manifest;
    });
    return kept;
}
async function signaturesIn(registry, repository, manifest) {
    try {
        const contents = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .contentsOf */ .KD)(manifest, repository);
        if (contents.kind !== 'image')
            return undefined;
        const config = await registry.blob(repository, contents.config.digest);
        return config && { manifest, config };
    }
    catch (error) {
        if (error instanceof _contents_js__WEBPACK_IMPORTED_MODULE_0__/* .NotWholeError */ .vF)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 8889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signImages: () => (/* binding */ signImages)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/registry/manifest.js
var manifest = __webpack_require__(9532);
// EXTERNAL MODULE: ./.build/js/src/registry/signatures.js
var signatures = __webpack_require__(5278);
// EXTERNAL MODULE: ./.build/js/src/signing/attached.js
var attached = __webpack_require__(4689);
// EXTERNAL MODULE: ./.build/js/src/signing/bundle.js
var signing_bundle = __webpack_require__(7937);
// EXTERNAL MODULE: ./.build/js/src/signing/legacy.js
var legacy = __webpack_require__(8806);
;// CONCATENATED MODULE: ./.build/js/src/signing/attach.js






async function attachBundle(registry, { repository, digest }, bundle, type, created) {
    const artifact = await registry.attach(repository, digest, {
        artifactType: signing_bundle/* newestBundleType */.XS,
        content: Buffer.from((0,signing_bundle/* textOf */.b6)(bundle)),
        annotations: {
            [attached/* createdAnnotation */.oy]: created,
            'dev.sigstore.bundle.content': 'dsse-envelope',
            [attached/* typeAnnotation */.O0]: type,
        },
    });
    const listed = await registry.referrers(repository, digest);
    if (listed.some(entry => entry.digest === artifact))
        return;
    throw new errors/* UserError */.yo(`${repository} took the ${type} of ${digest} and does not list it`, 'run the step again; when it stays so, the registry keeps no list of what refers to an image');
}
async function attachLegacy(registry, { repository, digest }, bundle, payload) {
    const layer = (0,legacy/* layerOf */.ZZ)(bundle, payload);
    const tag = (0,legacy/* legacyTag */.w_)(digest, payload === undefined ? 'attestation' : 'signature');
    await registry.putBytes(repository, layer.content);
    if (await (0,signatures/* keepSignatures */.B)(registry, repository, tag, imageOf(layer)))
        return;
    throw new errors/* UserError */.yo(`under the tag ${tag} of ${repository} stands something that is no list of signatures`, 'see who put it there, remove it, and run the step again');
}
function imageOf({ mediaType, content, annotations }) {
    const layer = { mediaType, digest: (0,manifest/* digestOf */.ol)(content), size: content.length, annotations };
    const config = Buffer.from(JSON.stringify({
        architecture: '',
        created: '0001-01-01T00:00:00Z',
        os: '',
        config: {},
        rootfs: { type: 'layers', diff_ids: [layer.digest] },
    }));
    const described = {
        mediaType: 'application/vnd.oci.image.config.v1+json',
        digest: (0,manifest/* digestOf */.ol)(config),
        size: config.length,
    };
    const type = 'application/vnd.oci.image.manifest.v1+json';
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: type, config: described, layers: [layer] }));
    return { manifest: { digest: (0,manifest/* digestOf */.ol)(body), mediaType: type, body }, config };
}

// EXTERNAL MODULE: ./.build/js/src/signing/cosign.js
var signing_cosign = __webpack_require__(8506);
// EXTERNAL MODULE: ./.build/js/src/signing/predicates.js
var predicates = __webpack_require__(927);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/version.js
var version = __webpack_require__(336);
;// CONCATENATED MODULE: ./.build/js/src/signing/provenance.js

const githubBuildType = 'https://actions.github.io/buildtypes/workflow/v1';
const buildType = 'https://slipway.dev/buildtypes/run/v1';
function provenanceOf(subject, circumstances) {
    const { env } = circumstances;
    const github = env.GITHUB_ACTIONS === 'true' && env.GITHUB_REPOSITORY !== undefined;
    return {
        ...(github ? ofGitHub(subject, circumstances) : elsewhere(subject, circumstances)),
        runDetails: {
            builder: { id: github ? builderOfGitHub(circumstances) : buildType, version: { slipway: (0,version/* versionOf */.E)() } },
            metadata: invocation(env),
        },
    };
}
function ofGitHub({ name }, { env }) {
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '' } = env;
    const { GITHUB_REF: ref = '', GITHUB_SHA: commit = '', GITHUB_WORKFLOW_REF = '' } = env;
    const path = GITHUB_WORKFLOW_REF.slice(repository.length + 1).replace(/@.*$/, '');
    const source = `${server}/${repository}`;
    return {
        buildDefinition: {
            buildType: githubBuildType,
            externalParameters: { workflow: { ref, repository: source, path }, image: name },
            internalParameters: {
                github: {
                    event_name: env.GITHUB_EVENT_NAME ?? '',
                    repository_id: env.GITHUB_REPOSITORY_ID ?? '',
                    repository_owner_id: env.GITHUB_REPOSITORY_OWNER_ID ?? '',
                    runner_environment: env.RUNNER_ENVIRONMENT ?? '',
                },
            },
            resolvedDependencies: [{ uri: `git+${source}@${ref}`, digest: { gitCommit: commit } }],
        },
    };
}
function elsewhere({ name }, { source, revision }) {
    return {
        buildDefinition: {
            buildType,
            externalParameters: { image: name, ...(source === undefined ? {} : { source }) },
            internalParameters: {},
            resolvedDependencies: source === undefined || revision === undefined
                ? []
                : [{ uri: `git+${source}`, digest: { gitCommit: revision } }],
        },
    };
}
function builderOfGitHub({ env, workflow }) {
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_WORKFLOW_REF = '' } = env;
    return `${server}/${workflow === '' ? GITHUB_WORKFLOW_REF : workflow}`;
}
function invocation(env) {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = '1' } = env;
    if (GITHUB_RUN_ID !== undefined && GITHUB_REPOSITORY !== undefined)
        return {
            invocationId: `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/attempts/${GITHUB_RUN_ATTEMPT}`,
        };
    const elsewhereId = env.CI_JOB_URL ?? env.BUILD_URL;
    return elsewhereId === undefined ? {} : { invocationId: elsewhereId };
}

;// CONCATENATED MODULE: ./.build/js/src/signing/statement.js







function statementOf({ repository, digest }, type, predicate) {
    const [algorithm = '', hex = ''] = digest.split(':');
    const subject = [{ name: repository, digest: { [algorithm]: hex } }];
    const statement = { _type: 'https://in-toto.io/Statement/v1', subject, predicateType: type, predicate };
    return { type, text: JSON.stringify(statement) };
}
async function statementsOf(subject, attest, reports, circumstances) {
    const said = await Promise.all(attest.map(async (what) => {
        switch (what) {
            case 'provenance':
                return [statementOf(subject, predicates/* predicates */.Tu.provenance, provenanceOf(subject, circumstances))];
            case 'sbom':
                return [
                    statementOf(subject, predicates/* predicates */.Tu.cyclonedx, await reportOf(subject, what, reports, 'cdx.json')),
                    statementOf(subject, predicates/* predicates */.Tu.spdx, await reportOf(subject, what, reports, 'spdx.json')),
                ];
            case 'scan':
                return [
                    statementOf(subject, predicates/* predicates */.Tu.scan, scanPredicate(await reportOf(subject, what, reports, 'json'))),
                ];
            default:
                return what;
        }
    }));
    return said.flat();
}
async function reportOf({ name, repository, digest }, what, reports, extension) {
    const path = (0,external_node_path_.join)(reports, `${name}.${extension}`);
    const noun = predicates/* nounOf */.a2[what];
    if (reports === '')
        throw new errors/* UserError */.yo(`slipway.yml wants the ${noun} of ${name} to be attested, and no reports were given`, 'give `reports`, the folder that `scan` wrote, or take it out of `signing.attest`');
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        throw new errors/* UserError */.yo(`the ${noun} of ${name} is not at ${path}`, 'give the output `reports` of the `scan` of these images', { cause: error });
    });
    const report = (0,signing_bundle/* parsed */.Yz)(text);
    if (!(0,map/* isMap */.j)(report))
        throw new errors/* UserError */.yo(`${path} is no report`, 'give the output `reports` of `scan`, as it was written');
    if (!text.includes(digest))
        throw new errors/* UserError */.yo(`${path} is of another image than ${repository}@${digest}`, 'give the reports of the scan of these very images');
    return report;
}
function scanPredicate(report) {
    const results = Array.isArray(report.Results) ? report.Results : [];
    const found = results.map(result => {
        if (!(0,map/* isMap */.j)(result))
            return result;
        const { Packages: _packages, ...rest } = result;
        return rest;
    });
    const at = typeof report.CreatedAt === 'string' ? report.CreatedAt : undefined;
    const trivy = (0,map/* isMap */.j)(report.Trivy) && typeof report.Trivy.Version === 'string' ? report.Trivy.Version : '';
    return {
        invocation: { parameters: null, uri: '', event_id: '', 'builder.id': '' },
        scanner: {
            uri: 'pkg:github/aquasecurity/trivy',
            version: trivy,
            db: { uri: '', version: '' },
            result: { ...report, Results: found },
        },
        metadata: { scanStartedOn: at, scanFinishedOn: at },
    };
}

;// CONCATENATED MODULE: ./.build/js/src/signing/sign.js







async function signImages(options) {
    const { images, attest, reports, circumstances, registry, report } = options;
    const tasks = [];
    for (const [name, image] of Object.entries(images)) {
        const subject = { name, ...image };
        await requireImage(registry, subject);
        const said = await statementsOf(subject, attest, reports, circumstances);
        tasks.push({ subject, statements: [statementOf(image, predicates/* predicates */.Tu.signature, {}), ...said] });
    }
    const signed = {};
    for (const { subject, statements } of tasks) {
        const wanted = statements.map(({ type }) => type);
        const there = await (0,attached/* readAttached */.PX)(registry, subject.repository, subject.digest, wanted);
        const [made, kept] = [[], []];
        for (const statement of statements) {
            const same = there.filter(each => saysTheSame(each, statement, options));
            const known = await anyOf(same, each => options.holds(each, subject));
            if (!known)
                await say(options, subject, statement);
            (known ? kept : made).push(statement.type);
            report(`${subject.name}: ${statement.type} ${known ? 'was said before' : 'is signed and attached'}`);
        }
        signed[subject.name] = { repository: subject.repository, digest: subject.digest, made, kept };
    }
    return signed;
}
async function say(options, subject, statement) {
    const { cosign, key, registry, format } = options;
    if (format === 'bundle') {
        const bundle = await (0,signing_cosign.sign)(cosign, key, { statement: statement.text });
        await attachBundle(registry, subject, bundle, statement.type, new Date().toISOString());
        return;
    }
    const payload = statement.type === predicates/* predicates */.Tu.signature ? (0,legacy/* simplePayload */.$u)(subject.repository, subject.digest) : undefined;
    const bundle = await (0,signing_cosign.sign)(cosign, key, payload === undefined ? { statement: statement.text } : { payload });
    await attachLegacy(registry, subject, bundle, payload);
}
function saysTheSame({ format, payload, bundle, claim }, { type, text }, options) {
    if (format !== options.format || claim.type !== type)
        return false;
    if (payload !== undefined)
        return true;
    return Buffer.from(bundle.dsseEnvelope?.payload ?? '', 'base64').toString('utf8') === text;
}
async function requireImage(registry, { name, repository, digest }) {
    if ((await registry.manifest(repository, digest)) !== undefined)
        return;
    throw new errors/* UserError */.yo(`the image "${name}" with the digest ${digest} is not in ${repository}`, 'push it there first, or say with `from: candidate` that it waits in its candidate repository');
}
async function anyOf(items, holds) {
    for (const item of items)
        if (await holds(item))
            return true;
    return false;
}


/***/ })

};
