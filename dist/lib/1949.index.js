export const id = 1949;
export const ids = [1949,4716];
export const modules = {

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask),
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81260);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83402);





const grace = 5_000;
async function runProgram([program, ...args], { env, cwd, input, signal, print }) {
    if (signal?.aborted)
        return undefined;
    const launch = `echo $$; exec "$@"${input === undefined ? ' < /dev/null' : ''}`;
    const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_4__/* .boundToUs */ ._)('/bin/sh', ['-c', launch, 'sh', program, ...args]);
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
        const code = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_3__/* .exec */ .m)(command, all, {
            env: definedOnly(env),
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
class Lines {
    #bytes = new node_stream__WEBPACK_IMPORTED_MODULE_2__.PassThrough();
    #closed;
    constructor(print) {
        const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: this.#bytes, crlfDelay: Number.POSITIVE_INFINITY });
        lines.on('line', print);
        this.#closed = (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(lines, 'close');
    }
    write(data) {
        this.#bytes.write(data);
    }
    async end() {
        this.#bytes.end();
        await this.#closed;
    }
}
const definedOnly = (env) => Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
async function ask(program, { heard, ...options }) {
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

/***/ 20162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AH: () => (/* binding */ obtain),
/* harmony export */   _Y: () => (/* binding */ sweepPartial),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   nF: () => (/* binding */ cacheFolder),
/* harmony export */   yo: () => (/* binding */ keptAt)
/* harmony export */ });
/* unused harmony export partialPrefix */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46466);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(92317);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(16428);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(44716);











function cacheFolder(env, subject) {
    const root = env.RUNNER_TOOL_CACHE || (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(env.XDG_CACHE_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_3__.homedir)(), '.cache'), 'slipway');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(root, subject);
}
function keptAt({ url, sha256 }, cache) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(cache, `${sha256.slice(0, 16)}-${(0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(new URL(url).pathname)}`);
}
async function obtain(download, options) {
    const { name, cache, folder, signal } = options;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true });
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, 'download');
    const kept = keptAt(download, cache);
    const program = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, name);
    try {
        const cached = await written((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(kept), file).catch(() => undefined);
        if (cached !== download.sha256) {
            await fetchFrom(download, file, options);
            await keep(file, kept).catch((error) => {
                options.report(`${name} could not be cached for later runs: ${error.message}`);
            });
        }
        if (download.member !== undefined)
            await unpack(file, download.member, program, signal);
        else if (download.url.endsWith('.bz2'))
            await decompress(file, program, signal);
        else
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(file, program);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(program, 0o755);
        return program;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true });
    }
}
async function fetchFrom({ url, sha256 }, file, { name, version, mirrors, mirrorsIn = 'tool-mirrors', signal, report }) {
    const faults = [];
    for (const address of (0,_pin_js__WEBPACK_IMPORTED_MODULE_10__.addressesOf)(url, mirrors)) {
        report(`downloading ${address}`);
        const answer = await fetchTo(address, file, signal);
        if ('sum' in answer && answer.sum === sha256)
            return;
        const fault = 'sum' in answer ? `has the checksum ${answer.sum}, not the pinned ${sha256}` : answer.fault;
        faults.push(`${address} ${fault}`);
    }
    const other = `set \`${mirrorsIn}\` to ${mirrors.length === 0 ? 'a' : 'another'} mirror`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`${name} ${version} cannot be downloaded: ${faults.join('; ')}`, `try again, ${other}, or put ${name} ${version} on the PATH`);
}
async function fetchTo(url, file, cancel) {
    try {
        const signal = AbortSignal.any([cancel, AbortSignal.timeout(600_000)]);
        const answer = await fetch(url, { signal });
        if (!answer.ok || answer.body === null)
            return { fault: `answered ${answer.status}` };
        return { sum: await written(node_stream__WEBPACK_IMPORTED_MODULE_5__.Readable.fromWeb(answer.body), file) };
    }
    catch (error) {
        if (cancel.aborted)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .cancelled */ .KW)();
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
        return { fault: `failed (${cause instanceof Error ? cause.message : cause})` };
    }
}
async function keep(file, kept) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(kept), { recursive: true });
    await sweepPartial((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(kept));
    const partial = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(kept), partialPrefix));
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(file, (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(partial, 'file'));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(partial, 'file'), kept);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(partial, { recursive: true, force: true });
    }
}
const partialPrefix = '.download-';
async function sweepPartial(cache) {
    const partial = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(cache)).filter(name => name.startsWith(partialPrefix));
    for (const path of partial.map(name => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(cache, name))) {
        const made = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined);
        if (made !== undefined && Date.now() - made.mtimeMs > 3_600_000)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true });
    }
}
async function written(stream, file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const hashing = new node_stream__WEBPACK_IMPORTED_MODULE_5__.Transform({
        transform(chunk, _encoding, done) {
            hash.update(chunk);
            done(null, chunk);
        },
    });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_6__.pipeline)(stream, hashing, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(file));
    return hash.digest('hex');
}
async function unpack(archive, member, program, signal) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(program);
    const { code, stderr } = await (0,_program_js__WEBPACK_IMPORTED_MODULE_9__/* .ask */ .k)(['tar', '-xzf', archive, '-C', folder, member], {
        env: process.env,
        signal,
    });
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .cancelled */ .KW)();
    if (code !== 0)
        throw new Error(`tar could not unpack ${archive}: ${stderr}`);
    const unpacked = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, member);
    if (unpacked !== program)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(unpacked, program);
}
async function decompress(file, program, signal) {
    if ((0,_child_js__WEBPACK_IMPORTED_MODULE_7__/* .findOnPath */ .a)('bzip2') === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`${(0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(program)} cannot be unpacked: bzip2 is not on the PATH`, `install bzip2, or ${(0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(program)} itself`);
    const packed = `${program}.bz2`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(file, packed);
    const { code, stderr } = await (0,_program_js__WEBPACK_IMPORTED_MODULE_9__/* .ask */ .k)(['bzip2', '--decompress', packed], { env: process.env, signal });
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .cancelled */ .KW)();
    if (code !== 0)
        throw new Error(`bzip2 could not unpack ${packed}: ${stderr}`);
}


/***/ }),

/***/ 31949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findTool: () => (/* binding */ findTool)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16428);
/* harmony import */ var _demand_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65081);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20162);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44716);






async function findTool(pin, search) {
    const { folder, mirrors, mirrorsIn, env, signal, report } = search;
    const found = (0,_demand_js__WEBPACK_IMPORTED_MODULE_3__/* .demandsPinned */ .R)(env) ? undefined : search.found;
    const platform = `${process.platform}-${process.arch}`;
    const cache = (0,_download_js__WEBPACK_IMPORTED_MODULE_4__/* .cacheFolder */ .nF)(env, pin.name);
    const download = (0,_pin_js__WEBPACK_IMPORTED_MODULE_5__.downloadFor)(pin, platform);
    const [version, cached] = await Promise.all([
        found === undefined ? undefined : versionOf(pin, found, search),
        download === undefined ? false : exists((0,_download_js__WEBPACK_IMPORTED_MODULE_4__/* .keptAt */ .yo)(download, cache)),
    ]);
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)();
    const choice = (0,_pin_js__WEBPACK_IMPORTED_MODULE_5__.chooseTool)(pin, { found: version, platform, cached });
    if (choice.use === 'path' && found !== undefined) {
        if (choice.warning !== undefined)
            report(choice.warning);
        return found;
    }
    if (choice.use !== 'path' && choice.note !== undefined)
        report(choice.note);
    if (download === undefined)
        throw new Error(`nothing was chosen for ${pin.name} on ${platform}`);
    const { name, version: pinned } = pin;
    return [
        await (0,_download_js__WEBPACK_IMPORTED_MODULE_4__/* .obtain */ .AH)(download, { name, version: pinned, cache, folder, mirrors, mirrorsIn, signal, report }),
    ];
}
async function versionOf(pin, found, { asking, env, signal: cancel }) {
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
    const answer = await (0,_program_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .k)([...found, ...pin.asks], { ...(asking ?? { env }), signal }).catch(() => undefined);
    return answer?.code === 0 ? (0,_pin_js__WEBPACK_IMPORTED_MODULE_5__.versionIn)(pin, answer.stdout) : 'unknown';
}
const exists = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);


/***/ }),

/***/ 44716:
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
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/buildx.json
const buildx_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"buildx","version":"0.30.1","from":"0.15.0","why":"Since 0.15, `build --call=check` runs BuildKit\'s own checks of a Dockerfile.","unknown":"warn","remedy":"install Docker with Buildx (on GitHub: docker/setup-buildx-action before this step)","asks":["version"],"says":"^github\\\\.com/docker/buildx v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From checksums.txt of the release, as in Docker\'s official image; the one for x64 is the same in nixpkgs.","files":{"linux-x64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-amd64","sha256":"c37114fcd034025ec68e224657c8a5a850df472ded3ddcbca75ad3a7ebb9710d"},"linux-arm64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-arm64","sha256":"31d012d52d6df68aef4b55db62330967b562811f0de30cdfaa4505f314797c76"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/cosign.json
const cosign_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"cosign","version":"3.1.3","from":"3.1.0","below":"4.0.0","oldest":"3.0.0","why":"Since 3.0, a signing configuration names the services, and bundles are the default format. 3.0 cannot write attestations to Rekor 2.","unknown":"refuse","asks":["version","--json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From a copy of cosign_checksums.txt of the release, which agrees with public repositories that verify the download; the original file was not reachable.","files":{"linux-x64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-amd64","sha256":"4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71"},"linux-arm64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-arm64","sha256":"c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/kubectl.json
const kubectl_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"kubectl","version":"1.36.3","from":"1.0.0","why":"Every version supports the requests of Slipway, so the version on the PATH is not checked.","unknown":"warn","asks":["version","--client","--output=json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From the kubectl.sha256 next to each program, as in kubespray.","files":{"linux-x64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubectl","sha256":"ebbd080e7c2e275093b55915722043257eb24004363e20acb3c4d71919f88336"},"linux-arm64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/arm64/kubectl","sha256":"3d86f24401c41ae5a46ac50eef8865fe891d3647d324a0836f6c63757a126e62"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/restic.json
const restic_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"restic","version":"0.18.1","from":"0.17.0","below":"0.19.0","why":"Since 0.17, exit codes identify the error, and a failed command stores nothing. The output format is known up to 0.18.","unknown":"refuse","asks":["version"],"says":"^restic (\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources that verify the download, some of which cite the project\'s SHA256SUMS; that file was not reachable.","files":{"linux-x64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_amd64.bz2","sha256":"680838f19d67151adba227e1570cdd8af12c19cf1735783ed1ba928bc41f363d"},"linux-arm64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_arm64.bz2","sha256":"87f53fddde38764095e9c058a3b31834052c37e5826d2acf34e18923c006bd45"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/trivy.json
const trivy_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"trivy","version":"0.74.0","from":"0.74.0","below":"0.75.0","oldest":"0.70.0","why":"Reports are tested with 0.74. Versions 0.69.4 to 0.69.6 were published by an attacker, so no version before 0.70 and no unknown version is run.","unknown":"refuse","asks":["--version"],"says":"^Version: v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources; the project publishes them in trivy_0.74.0_checksums.txt next to the archives.","files":{"linux-x64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz","sha256":"2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a","member":"trivy"},"linux-arm64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-ARM64.tar.gz","sha256":"b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5","member":"trivy"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/pin.js






const pins = { kubectl: kubectl_namespaceObject, buildx: buildx_namespaceObject, trivy: trivy_namespaceObject, cosign: cosign_namespaceObject, restic: restic_namespaceObject };
function downloadFor({ files }, platform) {
    const file = Object.hasOwn(files, platform) ? files[platform] : undefined;
    return file === undefined || file.sha256 === null ? undefined : { ...file, sha256: file.sha256 };
}
function chooseTool(pin, { found, platform, cached }) {
    const { name, version, from, below, oldest = from } = pin;
    const known = found === undefined || found === 'unknown' ? undefined : found;
    if (known !== undefined && !older(known, from) && (below === undefined || older(known, below)))
        return { use: 'path' };
    const range = below === undefined ? `${from} or newer` : `${from} or newer, below ${below}`;
    const other = found === undefined
        ? undefined
        : `${name} ${known ?? 'of an unknown version'} on the PATH is not supported (required: ${range})`;
    if (other !== undefined && known === undefined && pin.unknown === 'warn')
        return { use: 'path', warning: `${other}, and may behave differently` };
    if (downloadFor(pin, platform) !== undefined) {
        const use = cached ? 'cache' : 'download';
        return other === undefined ? { use } : { use, note: `${other}, so it is not used` };
    }
    const remedy = pin.remedy ?? `install ${name} ${version} in a step before this one, so that it is on the PATH`;
    if (other === undefined) {
        const why = Object.hasOwn(pin.files, platform)
            ? 'it is not downloaded, because its checksum is unknown'
            : `there is no download for ${platform}`;
        throw new errors/* UserError */.yo(`${name} is not on the PATH, and ${why}`, remedy);
    }
    if (known === undefined ? pin.unknown === 'refuse' : older(known, oldest))
        throw new errors/* UserError */.yo(`${other}, and ${known === undefined ? 'an unknown version is not run' : `no version before ${oldest} is run`}`, remedy);
    return { use: 'path', warning: `${other}, and may behave differently` };
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
function parseMirrors(text) {
    const mirrors = text
        .split(',')
        .map(each => each.trim())
        .filter(each => each !== '');
    for (const [index, mirror] of mirrors.entries()) {
        const url = URL.canParse(mirror) ? new URL(mirror) : undefined;
        const remedy = 'write an address such as https://mirror.example.com/tools';
        if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
            throw new errors/* UserError */.yo(`the input \`tool-mirrors\` has an invalid address at position ${index + 1}`, remedy);
        if (url.username !== '' || url.password !== '')
            throw new errors/* UserError */.yo(`the input \`tool-mirrors\` has an address with a password at position ${index + 1}`, `${remedy}, which is used without a login`);
    }
    return mirrors;
}


/***/ })

};
