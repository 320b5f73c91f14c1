export const id = 1025;
export const ids = [1025];
export const modules = {

/***/ 83406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   faultOfKustomize: () => (/* binding */ faultOfKustomize),
/* harmony export */   isUnreachable: () => (/* binding */ isUnreachable),
/* harmony export */   loadManifests: () => (/* binding */ loadManifests),
/* harmony export */   parseManifests: () => (/* binding */ parseManifests)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60512);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48520);









const run = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
async function loadManifests(root, paths) {
    const manifests = [];
    for (const path of paths) {
        for (const [source, text] of await textsOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), root, path)) {
            manifests.push(...parseManifests(text, source));
        }
    }
    if (manifests.length === 0) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`no objects in the manifests ${paths.join(', ')}`, 'add the YAML of the application there');
    }
    rejectTwins(manifests);
    return manifests;
}
async function textsOf(path, root, written) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
    if (info === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`manifests: ${written} does not exist beside slipway.yml`, 'correct the path');
    }
    if (info.isFile())
        return [[(0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, path), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8')]];
    const entries = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(path)).sort();
    if (entries.some(entry => kustomizations.includes(entry)))
        return [[written, await kustomize(path, written)]];
    if (entries.includes('Chart.yaml'))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`manifests: ${written} is a Helm chart, whose templates must be rendered first`, `render it in an earlier step, such as \`helm template shop ${written} --no-hooks > deploy/shop.yaml\`, and name that file`);
    const files = entries.filter(entry => /\.(ya?ml|json)$/.test(entry)).map(entry => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, entry));
    if (files.length === 0) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`manifests: ${written} holds no .yaml, .yml or .json file`, 'correct the path');
    }
    return Promise.all(files.map(async (file) => [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, file), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8')]));
}
const longestBuild = 120_000;
const builds = 3;
async function kustomize(path, written) {
    await (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .provideKubectl */ .S)();
    const limits = { maxBuffer: 64 << 20, timeout: longestBuild };
    const build = () => run('kubectl', ['kustomize', path], limits);
    const faultOf = (cause) => cause;
    const temporary = (cause) => !faultOf(cause).killed && isUnreachable(faultOf(cause).stderr ?? '');
    try {
        return (await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .retry */ .L5)({ attempts: builds, temporary, delay: count => count * 1000 }, build)).stdout;
    }
    catch (cause) {
        const { stderr = '', killed } = faultOf(cause);
        if (killed || isUnreachable(stderr)) {
            const why = killed ? `it took longer than ${longestBuild / 1000} s` : faultOfKustomize(stderr);
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`manifests: kustomize cannot fetch the bases of ${written}: ${why}`, 'make sure that they can be reached from here, then run the step again', { cause });
        }
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`manifests: kustomize cannot build ${written}: ${faultOfKustomize(stderr)}`, 'correct the kustomization', { cause });
    }
}
function isUnreachable(stderr) {
    return /dial tcp|i\/o timeout|TLS handshake timeout|deadline exceeded|hit \S+ timeout running|Could not resolve host|Failed to connect to|Connection (timed out|reset|refused)/.test(stderr);
}
function faultOfKustomize(stderr) {
    const last = stderr.trim().split('\n').at(-1) ?? '';
    const quoted = /"command failed" err=("(?:[^"\\]|\\.)*")$/.exec(last)?.[1];
    const block = /"command failed" err=<\n([\s\S]*?)\n >/.exec(stderr)?.[1];
    return (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutPasswords */ .hl)(block ?? unquoted(quoted ?? last))
        .trim()
        .replace(/^error: /, '')
        .replace(/with config: `[\s\S]*?`/, 'with its configuration')
        .replace(/literal sources \[[\s\S]*$/, 'a literal is not written key=value')
        .replace(/\[patch: [\s\S]*$/, '[a patch that is not shown]')
        .replace(/\s+/g, ' ');
}
function unquoted(text) {
    try {
        return String(JSON.parse(text));
    }
    catch {
        return text;
    }
}
function parseManifests(text, source) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_4__/* .parseAllDocuments */ .hR)(text).flatMap(document => {
        const [error] = document.errors;
        if (error !== undefined) {
            const line = error.linePos?.[0].line ?? 1;
            const problem = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${source}:${line}: ${problem}`, 'correct the YAML');
        }
        const value = readDocument(document, source);
        if (value === null)
            return [];
        const items = value.kind === 'List' && Array.isArray(value.items) ? value.items : [value];
        return items.map(item => asManifest(item, source));
    });
}
function readDocument(document, source) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${source}: ${cause.message}`, 'write the values out instead of YAML aliases', { cause });
    }
}
function asManifest(value, source) {
    const { apiVersion, kind, metadata } = value ?? {};
    if (metadata?.generateName !== undefined && metadata.name === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${source}: ${kind} has metadata.generateName, which creates another object at each release`, 'set metadata.name, or make a Job a hook (`hooks` in slipway.yml)');
    if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof metadata?.name !== 'string') {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${source}: an object lacks apiVersion, kind or metadata.name`, 'keep only Kubernetes objects in the manifests');
    }
    return { object: { ...value, apiVersion, kind }, name: metadata.name, source };
}
function rejectTwins(manifests) {
    const seen = new Map();
    for (const { object, name, source } of manifests) {
        const key = `${object.kind}/${name}`;
        const earlier = seen.get(key);
        if (earlier !== undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${key} is defined in both ${earlier} and ${source}`, 'keep one of them');
        }
        seen.set(key, source);
    }
}


/***/ })

};
