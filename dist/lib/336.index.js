export const id = 336;
export const ids = [336];
export const modules = {

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
