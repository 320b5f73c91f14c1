export const id = 6807;
export const ids = [6807];
export const modules = {

/***/ 36807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancellingGroups: () => (/* binding */ cancellingGroups)
/* harmony export */ });
/* unused harmony export groupsThatCancel */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);




const releasing = /\/(\.github\/workflows\/(pipeline|deploy)\.ya?ml|actions\/(deploy|gate|promote|release))@/;
async function cancellingGroups(env) {
    const { GITHUB_WORKFLOW_REF: reference = '', GITHUB_REPOSITORY: repository = '', GITHUB_WORKSPACE } = env;
    const path = reference.split('@', 1)[0]?.slice(repository.length + 1) ?? '';
    if (GITHUB_WORKSPACE === undefined || !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
        return [];
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(GITHUB_WORKSPACE, path), 'utf8').catch(() => '');
    return groupsThatCancel(text, env.GITHUB_ACTION_REPOSITORY).map(place => `${path}: ${place}`);
}
function groupsThatCancel(text, own) {
    const workflow = read(text);
    const jobs = Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(workflow.jobs) ? workflow.jobs : {}).filter(([, job]) => releases(job, own));
    const whole = cancels(workflow) && jobs.length > 0 ? ['concurrency'] : [];
    return [...whole, ...jobs.filter(([, job]) => cancels(job)).map(([name]) => `jobs.${name}.concurrency`)];
}
function read(text) {
    try {
        const workflow = (0,yaml__WEBPACK_IMPORTED_MODULE_2__.parse)(text, { maxAliasCount: 100 });
        return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(workflow) ? workflow : {};
    }
    catch {
        return {};
    }
}
function releases(job, own) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(job))
        return false;
    const steps = Array.isArray(job.steps) ? job.steps : [];
    const isRelease = (uses) => releasing.test(`/${uses}`) || uses.split('@', 1)[0]?.toLowerCase() === own?.toLowerCase();
    return [job, ...steps].some(each => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(each) && typeof each.uses === 'string' && isRelease(each.uses));
}
function cancels(place) {
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(place) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(place.concurrency) && place.concurrency['cancel-in-progress'] === true;
}


/***/ })

};
