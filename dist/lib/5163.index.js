export const id = 5163;
export const ids = [5163,336,8538];
export const modules = {

/***/ 55163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportAction: () => (/* binding */ reportAction)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10336);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _reports_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46158);





const reportAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'report',
    description: 'Judge the 112 requirements (docs/requirements.md) for an application and environment, with evidence and remedy, from the cluster, Prometheus, the registry, the backup stores and the reports of other steps. Changes nothing.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .kubeContext */ .ng,
        'query-cluster': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Whether to query the cluster: `true` or `false`. Without the cluster, what only it can show is unknown.', 'true'),
        reports: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Files and folders with JSON reports of other steps, separated by commas or lines: of `assess`, `monitor`, `drill` and the policy, decision records, records of steps, any JSON with `assessments`, and `requirements.json` of an earlier run for the trend. Default: none.'),
        'actions-token': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Token with `actions: read` and `contents: read`, to read the records that runs of the default branch, and of the live commit, have left as artifacts. Default: none; such records are not read.'),
        'max-age': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('How old evidence may be, in days. Drills may be as old as their schedule says.', '7d'),
        credentials: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .credentials */ .z3,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .toolMirrors */ .Rg,
        output: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Folder of the report.', 'requirements'),
    },
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .appOutput */ .l0,
        met: 'Number of requirements that are met.',
        'not-met': 'Number of requirements that are not met, with those that an exception accepts.',
        unknown: 'Number of requirements that could not be decided.',
        'report-folder': 'Folder with `requirements.json` and `requirements.html`.',
        reason: 'Why no report could be made, in one sentence; otherwise empty.',
    },
    run: async (inputs, host) => {
        const { conformanceReport, gatherEvidence, requirementLines, requirementsPage, requirementsSummary } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(5279), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(9812), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(2057), __webpack_require__.e(7346), __webpack_require__.e(8888), __webpack_require__.e(7236), __webpack_require__.e(2787), __webpack_require__.e(2567), __webpack_require__.e(9706), __webpack_require__.e(898), __webpack_require__.e(4245), __webpack_require__.e(6672), __webpack_require__.e(6174), __webpack_require__.e(8470), __webpack_require__.e(840)]).then(__webpack_require__.bind(__webpack_require__, 58262));
        const gathered = await gatherEvidence(inputs, host);
        const report = conformanceReport({ ...gathered, by: (0,_toolkit_version_js__WEBPACK_IMPORTED_MODULE_2__.versionOf)() });
        await (0,_reports_js__WEBPACK_IMPORTED_MODULE_4__/* .writeReport */ .u)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(inputs.output, 'requirements.json'), `${JSON.stringify(report, null, 2)}\n`);
        await (0,_reports_js__WEBPACK_IMPORTED_MODULE_4__/* .writeReport */ .u)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(inputs.output, 'requirements.html'), requirementsPage(report));
        for (const each of ['met', 'not-met', 'unknown'])
            host.output(each, String(report.counts[each]));
        (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .setOutputs */ .n0)(host, { app: report.app, 'report-folder': inputs.output, reason: '' });
        await host.summary(requirementsSummary(report));
        for (const line of requirementLines(report))
            host.report(line);
        return true;
    },
});


/***/ }),

/***/ 46158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68538);




async function writeReport(path, text, record) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
        if (record !== undefined)
            await (0,_toolkit_records_js__WEBPACK_IMPORTED_MODULE_3__.writeRecord)(record.env, record.about, text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the report ${path} cannot be written: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .innermostCause */ .$C)(error)}`, 'choose another file', { cause: error });
    }
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


/***/ }),

/***/ 68538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationIn: () => (/* binding */ applicationIn),
/* harmony export */   recordsFolder: () => (/* binding */ recordsFolder),
/* harmony export */   writeRecord: () => (/* binding */ writeRecord)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37108);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);




function recordsFolder({ SLIPWAY_RECORDS, GITHUB_ACTIONS, RUNNER_TEMP = '', }) {
    const usual = GITHUB_ACTIONS === 'true' && RUNNER_TEMP !== '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(RUNNER_TEMP, 'slipway-records') : '';
    return SLIPWAY_RECORDS ?? usual;
}
async function applicationIn(path) {
    const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const value = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')
        .then(text => parse(text, { logLevel: 'error' }))
        .catch(() => undefined);
    return (0,_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value) && typeof value.app === 'string' ? value.app.slice(0, 100) : '';
}
async function writeRecord(env, about, content) {
    const folder = recordsFolder(env);
    if (folder === '')
        return;
    const file = about
        .filter(text => text !== '' && text !== 'slipway.yml')
        .join('-')
        .replace(/[^\w.-]/g, '_');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const name = file.length > 150 ? `${file.slice(0, 133)}-${(0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(file).slice(0, 16)}` : file;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${name}.json`), content, { mode: 0o600 });
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
