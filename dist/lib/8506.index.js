export const id = 8506;
export const ids = [8506,335];
export const modules = {

/***/ 47937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ bundleType),
/* harmony export */   Bo: () => (/* binding */ readBundle),
/* harmony export */   XS: () => (/* binding */ newestBundleType),
/* harmony export */   _B: () => (/* binding */ claimOf),
/* harmony export */   _e: () => (/* binding */ simpleClaimOf),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
/* unused harmony export statementType */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _predicates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90927);


const bundleType = 'application/vnd.dev.sigstore.bundle';
const newestBundleType = `${bundleType}.v0.3+json`;
const statementType = 'application/vnd.in-toto+json';
function readBundle(text) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(text);
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value?.verificationMaterial))
        return 'is not a Sigstore bundle';
    const bundle = value;
    if (bundle.dsseEnvelope === undefined && bundle.messageSignature === undefined)
        return 'has no signature';
    return bundle;
}
function claimOf({ dsseEnvelope, verificationMaterial }) {
    const payload = dsseEnvelope?.payloadType === statementType ? dsseEnvelope.payload : undefined;
    const statement = typeof payload === 'string' ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(Buffer.from(payload, 'base64')) : undefined;
    if (statement === undefined)
        return 'is not an in-toto statement';
    const { predicateType, predicate, subject } = statement;
    if (typeof predicateType !== 'string')
        return 'is a statement without a type';
    return {
        type: predicateType,
        about: digestsIn(subject),
        predicate,
        ...certificateIn(verificationMaterial),
    };
}
function simpleClaimOf(payload, { verificationMaterial }) {
    const critical = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(payload)?.critical;
    const { 'docker-manifest-digest': digest } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(critical) ? critical.image : undefined);
    if (digest === undefined)
        return 'is not the signature of an image';
    return {
        type: _predicates_js__WEBPACK_IMPORTED_MODULE_0__.predicates.signature,
        about: [digest],
        predicate: undefined,
        ...certificateIn(verificationMaterial),
    };
}
function textOf(bundle) {
    const again = (text) => Buffer.from(text, 'base64').toString('base64');
    return JSON.stringify(bundle, (key, value) => (key === 'payload' || key === 'rawBytes') && typeof value === 'string' ? again(value) : value);
}
function certificateIn({ certificate, x509CertificateChain: chain }) {
    const raw = certificate?.rawBytes ?? chain?.certificates?.[0]?.rawBytes;
    return typeof raw === 'string' ? { certificate: Buffer.from(raw, 'base64') } : {};
}
function digestsIn(subject) {
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(subject).flatMap(({ digest }) => Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)(digest)).map(([algorithm, value]) => `${algorithm}:${value}`));
}


/***/ }),

/***/ 18506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   YU: () => (/* binding */ bareEnvironment),
/* harmony export */   _S: () => (/* binding */ sign),
/* harmony export */   withCosign: () => (/* binding */ withCosign)
/* harmony export */ });
/* unused harmony exports attestArguments, signArguments, verifyArguments, faultIn */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94826);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16428);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90501);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_tools_find_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31949);
/* harmony import */ var _toolkit_tools_pin_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(20335);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(47937);











function withCosign({ env, signal, report }, use) {
    return (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .withFolder */ .Z)(env, 'cosign', async (folder) => {
        const home = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'home');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(home);
        const asking = { env: bareEnvironment(home, env), cwd: home };
        const search = { asking, folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'program'), env, signal, report };
        const [program] = await (0,_toolkit_tools_find_js__WEBPACK_IMPORTED_MODULE_8__.findTool)(_toolkit_tools_pin_js__WEBPACK_IMPORTED_MODULE_9__.pins.cosign, search);
        return use({ program, folder: home, signal });
    });
}
function attestArguments({ key, services }, statement, bundle) {
    return [
        ...['attest-blob', '--yes', '--statement', statement, '--bundle', bundle],
        ...signerArguments(key, services),
    ];
}
function signArguments({ key, services }, file, bundle) {
    return ['sign-blob', '--yes', '--bundle', bundle, ...signerArguments(key, services), file];
}
function signerArguments(key, services) {
    return [
        ...(key === undefined ? [] : ['--key', key]),
        ...(services === undefined ? [] : ['--signing-config', services.config, '--trusted-root', services.root]),
    ];
}
function verifyArguments({ key, root, demands }, bundle, { type, digest, payload }) {
    const [algorithm = '', hex = ''] = digest.split(':');
    return [
        ...(payload === undefined
            ? ['verify-blob-attestation', '--type', type, '--digest', hex, '--digestAlg', algorithm]
            : ['verify-blob']),
        ...['--bundle', bundle],
        ...(key === undefined
            ? ['--certificate-identity-regexp', '.*', '--certificate-oidc-issuer-regexp', '.*']
            : ['--key', key]),
        ...(root === undefined ? [] : ['--trusted-root', root]),
        ...(demands.log ? [] : ['--insecure-ignore-tlog']),
        ...(demands.timestamp ? ['--use-signed-timestamps'] : []),
        ...(demands.certificateLog ? [] : ['--insecure-ignore-sct']),
        ...(payload === undefined ? [] : [payload]),
    ];
}
async function sign(cosign, key, what) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cosign.folder, 'sign-'));
    const [file, bundle] = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'content'), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'bundle.json')];
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, 'statement' in what ? what.statement : what.payload);
    const args = 'statement' in what ? attestArguments(key, file, bundle) : signArguments(key, file, bundle);
    const { signal, sleep } = cosign;
    const limits = {
        attempts: pauses.length + 1,
        delay: (count) => pauses[count - 1] ?? 0,
        signal,
        sleep,
    };
    const unfinished = (fault = '') => temporary.test(fault);
    const fault = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_7__/* .retry */ .L5)({ ...limits, unfinished }, async () => {
        const { code, stderr } = await run(cosign, args, key.env);
        return code === 0 ? undefined : faultIn((0,_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_6__.withoutSecrets)(stderr, key.secrets));
    });
    if (fault !== undefined)
        throw refusedToSign(fault);
    const made = (0,_bundle_js__WEBPACK_IMPORTED_MODULE_10__/* .readBundle */ .Bo)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(bundle, 'utf8'));
    if (typeof made === 'string')
        throw new Error(`the bundle that cosign wrote ${made}`);
    return made;
}
const pauses = [2_000, 8_000];
const temporary = /timeout|timed out|deadline|connection|broken pipe|\bEOF\b|no such host|returned (429|5\d\d)|unexpected response: (429|5\d\d)/i;
const undecided = /could not fetch verifier public key|loading verifier from key opts|setting trusted material/;
async function verify(cosign, verifier, bundle, claim) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cosign.folder, 'verify-'));
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'bundle.json');
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, (0,_bundle_js__WEBPACK_IMPORTED_MODULE_10__/* .textOf */ .b6)(bundle));
    }
    catch (error) {
        if (error instanceof RangeError)
            return { valid: false, undecided: false, fault: 'the bundle is nested too deeply' };
        throw error;
    }
    const payload = claim.payload === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'payload');
    if (payload !== undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(payload, claim.payload ?? '');
    const { code, stderr } = await run(cosign, verifyArguments(verifier, file, { ...claim, payload }), verifier.env);
    return code === 0
        ? { valid: true }
        : { valid: false, undecided: undecided.test(stderr), fault: faultIn(stderr) };
}
async function run({ program, folder, signal }, args, env) {
    const answer = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_5__/* .runForOutput */ .kr)([program, ...args], { cwd: folder, env, signal });
    if (signal.aborted)
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
    return answer;
}
function bareEnvironment(home, env = process.env) {
    return { ...(0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .networkEnvironment */ .m)(env), HOME: home, TMPDIR: home };
}
function faultIn(said) {
    const lines = said.split('\n').map(line => line.trim());
    const error = lines.findLast(line => /^Error: /.test(line));
    const last = error?.slice('Error: '.length) ?? lines.findLast(line => line !== '') ?? 'it printed nothing';
    return last.length > 300 ? `…${last.slice(-299)}` : last;
}
function refusedToSign(fault) {
    const remedy = /decrypt|password/i.test(fault)
        ? 'set the password of the key in COSIGN_PASSWORD'
        : /id.?token|ambient|oidc/i.test(fault)
            ? 'grant the job `id-token: write`, or name a key in `signing.key`'
            : 'check the key and the services of `signing`';
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`cosign cannot sign: ${fault}`, remedy);
}


/***/ }),

/***/ 25726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const usual = (milliseconds, _, options) => options === undefined
    ? new Promise(resolve => setTimeout(resolve, milliseconds))
    : (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, options);
async function pause(milliseconds, { sleep = usual, signal } = {}) {
    await sleep(milliseconds, undefined, signal && { signal }).catch(error => {
        throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : error;
    });
}
function retryAfter(header, now = Date.now()) {
    const text = String(header ?? '').trim();
    const milliseconds = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
async function retry(options, attempt) {
    const { attempts = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY, delay } = options;
    const end = performance.now() + within;
    for (let count = 1;; count += 1) {
        const isLast = () => count >= attempts || performance.now() >= end;
        let failure;
        try {
            const result = await attempt(count);
            if (isLast() || !(await options.unfinished?.(result)))
                return result;
            failure = result;
        }
        catch (error) {
            if (isLast() || !(await options.temporary?.(error)))
                throw error;
            failure = error;
        }
        if (delay !== undefined)
            await pause(delay(count, failure), options);
    }
}


/***/ }),

/***/ 65081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ demandsPinned)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

function demandsPinned({ SLIPWAY_TOOLS: value }) {
    if (value === undefined || value === '')
        return false;
    if (value === 'pinned')
        return true;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`SLIPWAY_TOOLS has an unknown value: ${JSON.stringify(value)}`, 'set it to `pinned`, or remove it');
}


/***/ }),

/***/ 31949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cacheFolder: () => (/* binding */ cacheFolder),
/* harmony export */   findTool: () => (/* binding */ findTool)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _demand_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65081);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20335);







async function findTool(pin, search) {
    const { folder, env, signal, report } = search;
    const found = (0,_demand_js__WEBPACK_IMPORTED_MODULE_5__/* .demandsPinned */ .R)(env) ? undefined : (search.found ?? onPath(pin.name));
    const platform = `${process.platform}-${process.arch}`;
    const version = found === undefined ? undefined : await versionOf(pin, found, search);
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
    const choice = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.chooseTool)(pin, version, platform);
    if (choice.use === 'path' && found !== undefined) {
        if (choice.warning !== undefined)
            report(choice.warning);
        return found;
    }
    if (choice.use === 'pinned' && choice.note !== undefined)
        report(choice.note);
    const download = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.downloadFor)(pin, platform);
    if (download === undefined)
        throw new Error(`nothing was chosen for ${pin.name} on ${platform}`);
    const { name, version: pinned } = pin;
    const cache = cacheFolder(env);
    const { obtain } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9805), __webpack_require__.e(162)]).then(__webpack_require__.bind(__webpack_require__, 20162));
    const mirrors = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.parseMirrors)(env.SLIPWAY_TOOL_MIRRORS ?? '', 'SLIPWAY_TOOL_MIRRORS');
    return [await obtain(download, { name, version: pinned, cache, folder, mirrors, signal, report })];
}
function onPath(name) {
    const path = (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)(name);
    return path === undefined ? undefined : [path];
}
async function versionOf(pin, found, { asking, env, signal: cancel }) {
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
    const answer = await (0,_program_js__WEBPACK_IMPORTED_MODULE_4__/* .runForOutput */ .kr)([...found, ...pin.asks], { ...(asking ?? { env }), signal }).catch(() => undefined);
    return answer?.code === 0 ? (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.versionIn)(pin, answer.stdout) : 'unknown';
}
function cacheFolder(env) {
    return (env.RUNNER_TOOL_CACHE || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.XDG_CACHE_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache'), 'slipway'));
}


/***/ }),

/***/ 20335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  addressesOf: () => (/* binding */ addressesOf),
  chooseTool: () => (/* binding */ chooseTool),
  downloadFor: () => (/* binding */ downloadFor),
  parseMirrors: () => (/* binding */ parseMirrors),
  pins: () => (/* binding */ pins),
  versionIn: () => (/* binding */ versionIn)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/buildx.json
const buildx_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"buildx","version":"0.30.1","from":"0.15.0","why":"Since 0.15, `build --call=check` runs BuildKit\'s own checks of a Dockerfile.","unknown":"warn","remedy":"install Docker with Buildx (on GitHub: docker/setup-buildx-action before this step)","asks":["version"],"says":"^github\\\\.com/docker/buildx v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From checksums.txt of the release, as in Docker\'s official image; the one for x64 is the same in nixpkgs.","files":{"linux-x64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-amd64","sha256":"c37114fcd034025ec68e224657c8a5a850df472ded3ddcbca75ad3a7ebb9710d"},"linux-arm64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-arm64","sha256":"31d012d52d6df68aef4b55db62330967b562811f0de30cdfaa4505f314797c76"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/cosign.json
const cosign_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"cosign","version":"3.1.3","from":"3.1.0","below":"4.0.0","oldest":"3.0.0","why":"Since 3.0, a signing configuration names the services, and bundles are the default format. 3.0 cannot write attestations to Rekor 2.","unknown":"refuse","asks":["version","--json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From a copy of cosign_checksums.txt of the release, which agrees with public repositories that verify the download; the original file was not reachable.","files":{"linux-x64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-amd64","sha256":"4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71"},"linux-arm64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-arm64","sha256":"c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/helm.json
const helm_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"helm","version":"4.3.0","from":"4.0.0","below":"5.0.0","why":"Charts are tested with 4.3. An older Helm has other Kubernetes versions and functions for templates, and the same commit must render the same objects everywhere.","unknown":"warn","asks":["version","--template={{.Version}}"],"says":"^v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources, such as the installers of Argo CD; the project publishes them in a file with .sha256sum next to each archive.","files":{"linux-x64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-amd64.tar.gz","sha256":"86584a54def73570558f66f5111cc53dfed56689637ae32c1201205d494f54fb","member":"linux-amd64/helm"},"linux-arm64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-arm64.tar.gz","sha256":"31c5794dd55c66a51e6b7d2e2ac7a114ae8b1de41ff1d9ba51748ac973b06a08","member":"linux-arm64/helm"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/kubectl.json
const kubectl_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"kubectl","version":"1.36.3","from":"1.0.0","why":"Every version supports the requests of Slipway, so the version on the PATH is not checked.","unknown":"warn","asks":["version","--client","--output=json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From the kubectl.sha256 next to each program, as in kubespray.","files":{"linux-x64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubectl","sha256":"ebbd080e7c2e275093b55915722043257eb24004363e20acb3c4d71919f88336"},"linux-arm64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/arm64/kubectl","sha256":"3d86f24401c41ae5a46ac50eef8865fe891d3647d324a0836f6c63757a126e62"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/restic.json
const restic_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"restic","version":"0.18.1","from":"0.18.0","below":"0.19.0","why":"Since 0.18, `check` prints its result as JSON. The output format is known up to 0.18.","unknown":"refuse","asks":["version"],"says":"^restic (\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources that verify the download, some of which cite the project\'s SHA256SUMS; that file was not reachable.","files":{"linux-x64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_amd64.bz2","sha256":"680838f19d67151adba227e1570cdd8af12c19cf1735783ed1ba928bc41f363d"},"linux-arm64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_arm64.bz2","sha256":"87f53fddde38764095e9c058a3b31834052c37e5826d2acf34e18923c006bd45"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/trivy.json
const trivy_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"trivy","version":"0.74.0","from":"0.74.0","below":"0.75.0","oldest":"0.70.0","why":"Reports are tested with 0.74. Versions 0.69.4 to 0.69.6 were published by an attacker, so no version before 0.70 and no unknown version is run.","unknown":"refuse","asks":["--version"],"says":"^Version: v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources; the project publishes them in trivy_0.74.0_checksums.txt next to the archives.","files":{"linux-x64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz","sha256":"2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a","member":"trivy"},"linux-arm64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-ARM64.tar.gz","sha256":"b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5","member":"trivy"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/pin.js








const pins = { kubectl: kubectl_namespaceObject, helm: helm_namespaceObject, buildx: buildx_namespaceObject, trivy: trivy_namespaceObject, cosign: cosign_namespaceObject, restic: restic_namespaceObject };
function downloadFor({ files }, platform) {
    const file = Object.hasOwn(files, platform) ? files[platform] : undefined;
    return file === undefined || file.sha256 === null ? undefined : { ...file, sha256: file.sha256 };
}
function chooseTool(pin, found, platform) {
    const { name, version, from, below, oldest = from } = pin;
    const known = found === undefined || found === 'unknown' ? undefined : found;
    if (known !== undefined && !older(known, from) && (below === undefined || older(known, below)))
        return { use: 'path' };
    const range = below === undefined ? `${from} or newer` : `${from} or newer, below ${below}`;
    const other = found === undefined
        ? undefined
        : `${name} ${known ?? 'of an unknown version'} on the PATH is not supported (required: ${range})`;
    if (other !== undefined && known === undefined && pin.unknown === 'warn')
        return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
    if (downloadFor(pin, platform) !== undefined)
        return { use: 'pinned', ...(other === undefined ? {} : { note: `${other}, so it is not used` }) };
    const remedy = pin.remedy ?? `install ${name} ${version} in a step before this one, so that it is on the PATH`;
    if (other === undefined) {
        const why = Object.hasOwn(pin.files, platform)
            ? 'it is not downloaded, because its checksum is unknown'
            : `there is no download for ${platform}`;
        throw new errors/* UserError */.yo(`${name} is not on the PATH, and ${why}`, remedy);
    }
    if (known === undefined ? pin.unknown === 'refuse' : older(known, oldest))
        throw new errors/* UserError */.yo(`${other}${known === undefined ? '' : `; no version before ${oldest} can be used`}`, remedy);
    return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
}
function versionIn({ says }, text) {
    const version = new RegExp(says, 'm').exec(text)?.[1];
    return version === undefined || version === '0.0.0' ? 'unknown' : version;
}
const older = (one, other) => one.localeCompare(other, 'en', { numeric: true }) < 0;
function addressesOf(url, mirrors) {
    const { host, pathname } = new URL(url);
    return mirrors.length === 0
        ? [url]
        : mirrors.map(mirror => `${mirror.replace(/\/+$/, '')}/${host}${pathname}`);
}
function parseMirrors(text, setting) {
    const mirrors = (0,input_text/* listed */.KE)(text);
    for (const [index, mirror] of mirrors.entries()) {
        const url = URL.canParse(mirror) ? new URL(mirror) : undefined;
        const remedy = 'write an address such as https://mirror.example.com/tools';
        if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
            throw new errors/* UserError */.yo(`${setting} has an invalid address at position ${index + 1}`, remedy);
        if (url.username !== '' || url.password !== '')
            throw new errors/* UserError */.yo(`${setting} has an address with a password at position ${index + 1}`, 'remove the user and password; mirrors are used without credentials');
    }
    return mirrors;
}


/***/ })

};
