export const id = 5331;
export const ids = [5331,336,3697,6078];
export const modules = {

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

/***/ 45278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ keepSignatures),
/* harmony export */   x: () => (/* binding */ signaturesIn)
/* harmony export */ });
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23931);
/* harmony import */ var _legacy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53302);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99532);



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
        if (all !== ours)
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
        if (error instanceof _contents_js__WEBPACK_IMPORTED_MODULE_0__/* .IncompleteError */ .j$)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 46148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ attachBundles),
/* harmony export */   d: () => (/* binding */ attachLegacy)
/* harmony export */ });
/* harmony import */ var _registry_copy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91152);
/* harmony import */ var _registry_legacy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53302);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99532);
/* harmony import */ var _registry_signatures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45278);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _attached_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4689);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47937);
/* harmony import */ var _legacy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(58806);








async function attachBundles(registry, { repository, digest }, signed, created) {
    const artifacts = signed.map(({ bundle, type }) => ({
        artifactType: _bundle_js__WEBPACK_IMPORTED_MODULE_6__/* .newestBundleType */ .XS,
        content: Buffer.from((0,_bundle_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(bundle)),
        annotations: {
            [_attached_js__WEBPACK_IMPORTED_MODULE_5__/* .createdAnnotation */ .oy]: created,
            'dev.sigstore.bundle.content': 'dsse-envelope',
            [_attached_js__WEBPACK_IMPORTED_MODULE_5__/* .typeAnnotation */ .O0]: type,
        },
    }));
    const attached = await registry.attachAll(repository, digest, artifacts);
    const unlisted = async () => {
        const listed = new Set((await registry.referrers(repository, digest)).map(entry => entry.digest));
        return signed.find((_, i) => !listed.has(attached[i]))?.type ?? '';
    };
    const lost = await (0,_registry_copy_js__WEBPACK_IMPORTED_MODULE_0__/* .eventually */ .u4)(registry, '', unlisted);
    if (lost === '')
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${repository} accepted the ${lost} of ${digest}, but does not list it`, 'run the step again; if it still fails, the registry keeps no list of referrers');
}
async function attachLegacy(registry, place, signed) {
    const layers = signed.map(({ bundle, payload }) => (0,_legacy_js__WEBPACK_IMPORTED_MODULE_7__/* .layerOf */ .ZZ)(bundle, payload));
    for (const [suffix, type] of [
        ['sig', _legacy_js__WEBPACK_IMPORTED_MODULE_7__/* .layerTypes */ .vK.signature],
        ['att', _legacy_js__WEBPACK_IMPORTED_MODULE_7__/* .layerTypes */ .vK.attestation],
    ]) {
        const ours = layers.filter(layer => layer.mediaType === type);
        if (ours.length > 0)
            await addLayers(registry, place, suffix, ours);
    }
}
async function addLayers(registry, { repository, digest }, suffix, layers) {
    const tag = (0,_registry_legacy_js__WEBPACK_IMPORTED_MODULE_1__/* .legacyTag */ .w_)(digest, suffix);
    if (tag === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the digest of ${repository}@${digest} is too long for the tags of cosign 2`, 'write `format: bundle` in `signing` of slipway.yml');
    const image = imageOf(layers);
    for (const blob of [...layers.map(layer => layer.content), image.config])
        await registry.putBytes(repository, blob);
    if (await (0,_registry_signatures_js__WEBPACK_IMPORTED_MODULE_3__/* .keepSignatures */ .B)(registry, repository, tag, image))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the tag ${tag} of ${repository} is not a list of signatures`, 'find out who pushed it, remove it, and run the step again');
}
function imageOf(layers) {
    const described = layers.map(({ mediaType, content, annotations }) => {
        return { mediaType, digest: (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(content), size: content.length, annotations };
    });
    const config = Buffer.from(JSON.stringify({
        architecture: '',
        created: '0001-01-01T00:00:00Z',
        os: '',
        config: {},
        rootfs: { type: 'layers', diff_ids: described.map(({ digest }) => digest) },
    }));
    const manifest = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .rawManifest */ .Yj)(_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .imageType */ .wm, {
        config: {
            mediaType: 'application/vnd.oci.image.config.v1+json',
            digest: (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(config),
            size: config.length,
        },
        layers: described,
    });
    return { manifest, config };
}


/***/ }),

/***/ 72750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T8: () => (/* binding */ statementOf),
  GX: () => (/* binding */ statementsOf)
});

// UNUSED EXPORTS: scanPredicate

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/checksums.js
var checksums = __webpack_require__(37108);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/signing/predicates.js
var predicates = __webpack_require__(90927);
// EXTERNAL MODULE: ./.build/js/src/toolkit/version.js
var version = __webpack_require__(10336);
;// CONCATENATED MODULE: ./.build/js/src/signing/provenance.js

const githubBuildType = 'https://actions.github.io/buildtypes/workflow/v1';
const buildType = 'https://slipway.dev/buildtypes/run/v1';
function provenanceOf(subject, circumstances) {
    const { env } = circumstances;
    const github = env.GITHUB_ACTIONS === 'true' && env.GITHUB_REPOSITORY !== undefined;
    return {
        buildDefinition: github ? ofGitHub(subject, circumstances) : elsewhere(subject, circumstances),
        runDetails: {
            builder: { id: github ? builderOfGitHub(circumstances) : buildType, version: { slipway: (0,version.versionOf)() } },
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
    };
}
function elsewhere({ name }, { source, revision }) {
    return {
        buildType,
        externalParameters: { image: name, ...(source === undefined ? {} : { source }) },
        internalParameters: {},
        resolvedDependencies: source === undefined || revision === undefined
            ? []
            : [{ uri: `git+${source}`, digest: { gitCommit: revision } }],
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
async function statementsOf(subject, demanded, reports, circumstances) {
    const said = [];
    for (const what of demanded) {
        switch (what) {
            case 'provenance':
                said.push(statementOf(subject, predicates.predicates.provenance, provenanceOf(subject, circumstances)));
                break;
            case 'sbom':
                said.push(statementOf(subject, predicates.predicates.cyclonedx, await reportOf(subject, what, reports, 'cdx.json')), statementOf(subject, predicates.predicates.spdx, await reportOf(subject, what, reports, 'spdx.json')));
                break;
            case 'scan': {
                const report = await reportOf(subject, what, reports, 'json');
                said.push(statementOf(subject, predicates.predicates.scan, scanPredicate(report)));
                break;
            }
            default:
                return what;
        }
    }
    return said;
}
async function reportOf({ name, repository, digest }, what, { folder, sums }, extension) {
    const file = `${name}.${extension}`;
    const path = (0,external_node_path_.join)(folder, file);
    const noun = predicates/* nounOf */.a[what];
    if (folder === '')
        throw new errors/* UserError */.yo(`slipway.yml requires an attestation of the ${noun} of ${name}, but no reports were given`, 'pass `reports`, the folder that `scan` wrote, or remove it from `signing.attestations`');
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        throw new errors/* UserError */.yo(`the ${noun} of ${name} is not at ${path}`, 'pass the output `reports` of the `scan` of these images', { cause: error });
    });
    if (sums !== undefined && sums.get(file) !== (0,checksums/* sha256 */.sc)(text))
        throw new errors/* UserError */.yo(`${path} is not the file that the scan wrote: ${sums.has(file) ? `its SHA-256 is ${(0,checksums/* sha256 */.sc)(text)} instead of ${sums.get(file)}` : 'the scan listed no such file'}`, 'scan these images again, and check which job of this run writes artifacts');
    const report = (0,map/* jsonMap */.vM)(text);
    if (report === undefined)
        throw new errors/* UserError */.yo(`${path} is not a report`, 'pass the output `reports` of `scan` unchanged');
    if (!text.includes(digest))
        throw new errors/* UserError */.yo(`${path} is not a report on ${repository}@${digest}`, 'pass the reports of the scan of these same images');
    return report;
}
function scanPredicate(report) {
    const results = Array.isArray(report.Results) ? report.Results : [];
    const found = results.map(result => {
        if (!(0,map/* isMap */.jh)(result))
            return result;
        const { Packages: _packages, ...rest } = result;
        return rest;
    });
    const { CreatedAt: at } = (0,map/* textMap */.sP)(report);
    const { Version: version = '' } = (0,map/* textMap */.sP)(report.Trivy);
    return {
        invocation: { parameters: null, uri: '', event_id: '', 'builder.id': '' },
        scanner: {
            uri: 'pkg:github/aquasecurity/trivy',
            version,
            db: { uri: '', version: '' },
            result: { ...report, Results: found },
        },
        metadata: { scanStartedOn: at, scanFinishedOn: at },
    };
}


/***/ }),

/***/ 83402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findOnPath),
/* harmony export */   f: () => (/* binding */ dieWithParent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function findOnPath(name) {
    return (process.env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(isProgram);
}
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function dieWithParent(command, args) {
    const setpriv = findOnPath('setpriv');
    if (setpriv === undefined || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(setpriv)) !== 'setpriv')
        return [command, args];
    return [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}


/***/ }),

/***/ 24297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ variableIn),
/* harmony export */   m: () => (/* binding */ networkEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
const names = new Set([
    ...['PATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'],
    ...proxies,
    ...proxies.map(name => name.toLowerCase()),
]);
function networkEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => names.has(name)));
}
function variableIn(name, env) {
    const value = env[name]?.trim() ?? '';
    const path = env[`${name}_FILE`] ?? '';
    if (value !== '' || path === '')
        return value;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').trim();
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 94826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ withFolder),
/* harmony export */   l: () => (/* binding */ newFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const newFolder = ({ RUNNER_TEMP }, name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `slipway-${name}-`));
async function withFolder(env, name, use) {
    const folder = await newFolder(env, name);
    try {
        return await use(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kr: () => (/* binding */ runForOutput),
/* harmony export */   mB: () => (/* binding */ runProgram),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53053);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41955);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83402);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);







const grace = 5_000;
async function runProgram([program, ...args], { env, cwd, input, signal, print }) {
    if (signal?.aborted)
        return undefined;
    const launch = `echo $$; exec "$@"${input === undefined ? ' < /dev/null' : ''}`;
    const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_5__/* .dieWithParent */ .f)('/bin/sh', ['-c', launch, 'sh', program, ...args]);
    let child;
    let last;
    const kill = (name) => {
        try {
            if (child !== undefined)
                process.kill(child, name);
        }
        catch {
        }
    };
    const stop = () => {
        kill('SIGINT');
        last ??= setTimeout(() => kill('SIGKILL'), grace);
    };
    const stdout = new Lines(line => {
        if (child !== undefined)
            return print(line, 'stdout');
        child = Number(line);
        if (signal?.aborted)
            stop();
    });
    const stderr = new Lines(line => print(line, 'stderr'));
    signal?.addEventListener('abort', stop, { once: true });
    try {
        const code = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_4__/* .exec */ .m)(command, all, {
            env: (0,_map_js__WEBPACK_IMPORTED_MODULE_6__/* .textMap */ .sP)(env),
            ...(cwd === undefined ? {} : { cwd }),
            ...(input === undefined ? {} : { input: Buffer.from(input) }),
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdout: data => stdout.write(data), stderr: data => stderr.write(data) },
        });
        return code ?? undefined;
    }
    finally {
        clearTimeout(last);
        signal?.removeEventListener('abort', stop);
        await Promise.all([stdout.end(), stderr.end()]);
    }
}
(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)('child_process', message => {
    const { process: child } = message;
    child.once('spawn', () => child.stdin?.on('error', () => undefined));
});
class Lines {
    #bytes = new node_stream__WEBPACK_IMPORTED_MODULE_3__.PassThrough();
    #closed;
    constructor(print) {
        const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: this.#bytes, crlfDelay: Number.POSITIVE_INFINITY });
        lines.on('line', print);
        this.#closed = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(lines, 'close');
    }
    write(data) {
        this.#bytes.write(data);
    }
    async end() {
        this.#bytes.end();
        await this.#closed;
    }
}
const endingOf = (code) => code === undefined ? 'was killed by a signal' : `exited with code ${code}`;
async function runForOutput(program, { heard, ...options }) {
    const said = { stdout: [], stderr: [] };
    const code = await runProgram(program, {
        ...options,
        print: (line, stream) => {
            said[stream].push(line);
            if (stream === 'stdout')
                heard?.(line);
        },
    });
    return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}


/***/ }),

/***/ 10336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ originOfCode),
/* harmony export */   versionOf: () => (/* binding */ versionOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const repository = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(import.meta.dirname, '../..');
function versionOf(root = repository) {
    const { version, commit } = packageOf(root);
    const made = committed(commit) ?? checkedOut(root);
    return `slipway ${version ?? 'of an unknown version'}${made === undefined ? '' : `, commit ${made}`}`;
}
function originOfCode(env, root = repository) {
    const { version = '0.0.0', commit } = packageOf(root);
    const clone = checkedOut(root)?.replace(/-dirty$/, '');
    const known = [commit, clone, installed(root), env.GITHUB_ACTION_REF].find(each => committed(each));
    return { version, commit: known };
}
function installed(root) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(root), '.package-lock.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(file))
        return undefined;
    const { packages } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8'));
    return /[#/]([0-9a-f]{40})$/.exec(packages?.[`node_modules/${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root)}`]?.resolved ?? '')?.[1];
}
function packageOf(root) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'package.json');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(file) ? JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8')) : {};
}
const committed = (commit = '') => (/^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined);
function checkedOut(root) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, '.git')))
        return undefined;
    try {
        const args = ['-C', root, 'describe', '--always', '--exclude=*', '--abbrev=64', '--dirty'];
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    }
    catch {
        return undefined;
    }
}


/***/ })

};
