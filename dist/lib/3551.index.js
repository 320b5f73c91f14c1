export const id = 3551;
export const ids = [3551,7462,5081,8869];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   Mk: () => (/* binding */ digestOfFile),
/* harmony export */   QY: () => (/* binding */ hashOfFile),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
async function hashOfFile(file) {
    return parseSha256((await digestOfFile(file, 'sha256')) ?? '');
}
async function digestOfFile(file, algorithm) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 58869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Op: () => (/* binding */ imageList),
/* harmony export */   cM: () => (/* binding */ parseArchive),
/* harmony export */   checksumOf: () => (/* binding */ checksumOf),
/* harmony export */   documentOfSums: () => (/* binding */ documentOfSums),
/* harmony export */   oN: () => (/* binding */ formatArchive),
/* harmony export */   places: () => (/* binding */ places),
/* harmony export */   xj: () => (/* binding */ bucketList),
/* harmony export */   yg: () => (/* binding */ sumsOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77462);



const text = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1);
const fileSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    path: text.refine(path => path.split('/').every(part => part !== '' && part !== '.' && part !== '..'), {
        error: 'must not lead out of the archive',
    }),
    bytes: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0),
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().refine(_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .isSha256 */ ._h, { error: 'is not a SHA-256' }),
});
const archiveSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    at: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0),
    app: text,
    environment: text,
    set: text,
    repository: text,
    config: text,
    images: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(text),
    programs: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(text, text),
    files: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(fileSchema),
});
const places = {
    index: 'archive.json',
    bucket: 'bucket',
    images: 'images',
    programs: 'programs',
    bundle: 'slipway',
    checkout: 'checkout',
    instructions: 'RECOVER.md',
    sums: 'SHA256SUMS',
    signature: 'SHA256SUMS.sigstore.json',
};
function parseArchive(content) {
    try {
        return archiveSchema.parse(JSON.parse(content));
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${places.index} of the archive cannot be read`, 'use another copy of the archive: this one is damaged, or not made by slipway', { cause });
    }
}
function formatArchive(index) {
    const files = index.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return `${JSON.stringify({ ...index, files }, undefined, 1)}\n`;
}
const bucketList = `${places.bucket}/index.json`;
const imageList = `${places.images}/index.json`;
function sumsOf(content, index) {
    const files = [...index.files, { path: places.index, sha256: (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Of */ .Bj)(content) }];
    return files
        .map(({ path, sha256 }) => lineOf(path, sha256))
        .sort()
        .join('');
}
function lineOf(path, sha256) {
    const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`;
}
const checksumOf = (sums) => (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Of */ .Bj)(sums);
const documentOfSums = ({ app, environment }, sums) => ({
    name: `${places.sums} of the archive`,
    content: new TextEncoder().encode(sums),
    type: 'https://slipway.dev/offline-archive/v1',
    about: { app, environment },
});


/***/ }),

/***/ 23551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bundleOf: () => (/* binding */ bundleOf),
/* harmony export */   checkoutOf: () => (/* binding */ checkoutOf),
/* harmony export */   programSource: () => (/* binding */ programSource),
/* harmony export */   programsOn: () => (/* binding */ programsOn),
/* harmony export */   versionOf: () => (/* binding */ versionOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58869);






async function checkoutOf(config, env) {
    const from = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(config));
    const git = (...args) => (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__/* .runForOutput */ .kr)(['git', '-C', from, ...args], { env }).catch(() => ({ code: undefined, stdout: '' }));
    const top = await git('rev-parse', '--show-toplevel');
    const list = ['ls-files', '-z', '--full-name', '--recurse-submodules', top.stdout.trim()];
    const listed = top.code === 0 ? await git(...list) : undefined;
    const root = listed?.code === 0 ? top.stdout.trim() : from;
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(config));
    const tracked = listed?.code === 0 ? listed.stdout.split('\0').filter(path => path !== '') : [];
    const paths = [...new Set([...tracked, own])].sort();
    await refuseFolders(root, paths);
    return {
        sources: paths.map(path => ({ path: `${_inventory_js__WEBPACK_IMPORTED_MODULE_5__.places.checkout}/${path}`, from: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path) })),
        config: `${_inventory_js__WEBPACK_IMPORTED_MODULE_5__.places.checkout}/${own}`,
    };
}
async function refuseFolders(root, paths) {
    for (const path of paths) {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).catch(() => undefined);
        if (found?.isDirectory() === true)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the submodule ${path} cannot be archived: it is not checked out`, 'check it out with `git submodule update --init --recursive`, or with `submodules: recursive` of actions/checkout');
    }
}
async function bundleOf(script) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(script)));
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(root, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries
        .filter(each => each.isFile())
        .map(each => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(each.parentPath, each.name)))
        .filter(path => /^(cli|lib)\/|^package\.json$/.test(path));
    if (!files.includes('cli/index.js'))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('slipway cannot be archived: its code is not next to the running script', 'run `archive` with dist/cli/index.js of a release');
    return files.sort().map(path => ({ path: `${_inventory_js__WEBPACK_IMPORTED_MODULE_5__.places.bundle}/${path}`, from: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path) }));
}
function programsOn(signed) {
    const found = (name, asks) => {
        const from = (0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)(name);
        if (from !== undefined)
            return { name, from, asks };
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${name} cannot be archived: it is not installed on this machine`, `install ${name}`);
    };
    return [
        { name: 'node', from: process.execPath, asks: ['--version'] },
        found('kubectl', ['version', '--client', '--output=yaml']),
        ...(signed ? [found('cosign', ['version'])] : []),
    ];
}
const programSource = ({ name, from }) => ({
    path: `${_inventory_js__WEBPACK_IMPORTED_MODULE_5__.places.programs}/${name}`,
    from,
    runs: true,
});
async function versionOf({ from, asks, name }, env) {
    const { code, stdout, stderr } = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__/* .runForOutput */ .kr)([from, ...asks], { env });
    const [version] = /\bv?\d+\.\d+\.\d+\b/.exec(`${stdout}\n${stderr}`) ?? [];
    if (code === 0 && version !== undefined)
        return version.replace(/^v/, '');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(from)} cannot be archived: it prints no version`, `check that it is ${name}`);
}


/***/ })

};
