export const id = 2716;
export const ids = [2716,335];
export const modules = {

/***/ 26126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ jsonInput),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zQ: () => (/* binding */ mapInput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const listed = (text) => text
    .split(/[,\n]/)
    .map(each => each.trim())
    .filter(each => each !== '');
function oneOf(name, values, text) {
    const found = values.find(each => each === text);
    if (found !== undefined)
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, `write ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`);
}
const jsonInput = (name, text, remedy) => (0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonIn */ .Yf)(text, cause => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is not JSON`, remedy, { cause }));
function mapInput(name, text, remedy) {
    const value = jsonInput(name, text, remedy);
    if ((0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is not a JSON object`, remedy);
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
