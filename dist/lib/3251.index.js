export const id = 3251;
export const ids = [3251];
export const modules = {

/***/ 3251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectAction: () => (/* binding */ connectAction)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94826);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_runner_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2108);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60512);








const connectAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .QP)({
    name: 'connect',
    description: 'Use a kubeconfig from a secret in the following steps.',
    inputs: { kubeconfig: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('Content of the kubeconfig; empty changes nothing.') },
    outputs: { reason: 'Why the kubeconfig cannot be used, in one sentence; otherwise empty.' },
    run: async ({ kubeconfig }, { env, setSecret }) => {
        if (kubeconfig !== '') {
            for (const value of credentialsIn(await parsed(kubeconfig)))
                setSecret(value);
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .newFolder */ .l)(env, 'kubeconfig'), 'config');
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, `${kubeconfig}\n`, { mode: 0o600 });
            (0,_toolkit_runner_js__WEBPACK_IMPORTED_MODULE_5__/* .exportToSteps */ .tE)('KUBECONFIG', file);
        }
        return true;
    },
});
const ofUser = ['token', 'password', 'client-key-data'];
const ofProvider = ['access-token', 'id-token', 'refresh-token', 'client-secret'];
function credentialsIn(config) {
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(config.users).flatMap(({ user }) => {
        if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(user))
            return [];
        const provider = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(user['auth-provider']) ? user['auth-provider'].config : undefined;
        const plugin = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(user.exec) ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(user.exec.env).map(({ value }) => textOf(value)) : [];
        return [
            ...ofUser.map(key => textOf(user[key])),
            ...((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(provider) ? ofProvider.map(key => textOf(provider[key])) : []),
            ...plugin.filter(value => value.length >= _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_6__/* .shortestMasked */ .QQ),
        ].filter(value => value !== '');
    });
}
const textOf = (value) => (['string', 'number'].includes(typeof value) ? String(value) : '');
async function parsed(kubeconfig) {
    const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    let config;
    try {
        config = parse(kubeconfig);
    }
    catch {
    }
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(config) && ['clusters', 'users', 'contexts'].some(key => Object.hasOwn(config, key)))
        return config;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the secret `kubeconfig` is not a kubeconfig', 'set it to the content of the file, not its path and not base64');
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

/***/ 60630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   LG: () => (/* binding */ mapValues),
/* harmony export */   Yf: () => (/* binding */ jsonIn),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   nf: () => (/* binding */ mapsIn),
/* harmony export */   sP: () => (/* binding */ textMap),
/* harmony export */   sw: () => (/* binding */ defined),
/* harmony export */   vM: () => (/* binding */ jsonMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonIn(body, fault) {
    try {
        return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
    }
    catch (cause) {
        if (fault !== undefined)
            throw fault(cause);
        return undefined;
    }
}
function jsonMap(body) {
    const value = jsonIn(body);
    return isMap(value) ? value : undefined;
}
const defined = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const mapValues = (map, pick) => Object.fromEntries(Object.entries(map).map(([key, value]) => [key, pick(value, key)]));
const mapsIn = (value) => Array.isArray(value) ? value.filter(isMap) : [];
const textMap = (value) => Object.fromEntries(Object.entries(isMap(value) ? value : {}).filter((pair) => typeof pair[1] === 'string'));
const textsIn = (value) => Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];


/***/ }),

/***/ 2108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ addArtifacts),
/* harmony export */   S0: () => (/* binding */ addSummary),
/* harmony export */   Ul: () => (/* binding */ commandsOff),
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   tE: () => (/* binding */ exportToSteps)
/* harmony export */ });
/* unused harmony export largestSummary */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46058);


const largestSummary = 1024 * 1024;
function addArtifacts(env, references) {
    if (!env.GITHUB_ARTIFACTS)
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(env.GITHUB_ARTIFACTS, references.map(reference => `oci://${reference}\n`).join(''));
}
async function addSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const used = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.size ?? 0;
    await _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(fitting(`${markdown}\n`, largestSummary - used)).write();
}
function fitting(text, bytes, note = '\n\nThe summary was cut here, because GitHub shows at most 1 MiB. The log has the rest.\n') {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const head = Buffer.from(text).subarray(0, Math.max(0, bytes - note.length));
    const whole = head.toString('utf8', 0, head.lastIndexOf('\n') + 1);
    return note.length <= bytes ? `${whole}${note}` : '';
}
function commandsOff(token) {
    return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
}
const exportToSteps = (name, value) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .exportVariable */ .dN)(name, value);


/***/ })

};
