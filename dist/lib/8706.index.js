export const id = 8706;
export const ids = [8706];
export const modules = {

/***/ 18706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   Pv: () => (/* binding */ there),
/* harmony export */   diagnoseRepository: () => (/* binding */ diagnoseRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _plan_coverage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36931);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77119);
/* harmony import */ var _toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(87506);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61921);
/* harmony import */ var _quoting_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18072);
/* harmony import */ var _wrappers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57580);









const stepIn = (state) => (step, detail, command = '') => ({ step, state, detail, command });
const [there, missing, unknown] = [stepIn('there'), stepIn('missing'), stepIn('unknown')];
async function diagnoseRepository(repository, path, name, load) {
    const init = [
        'slipway init',
        ...((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path) === '.' ? [] : [`--folder ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path))}`]),
        ...(name === 'production' ? [] : [`--environment ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(name)}`]),
    ].join(' ');
    const loaded = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .userErrorOf */ .zb)(async () => {
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(path);
        return { config, environment: (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, name) };
    });
    if (loaded instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo) {
        const absent = !repository.paths.includes('slipway.yml') && loaded.message.endsWith('does not exist');
        const inner = repository.paths.filter(each => each.endsWith('/slipway.yml'));
        const others = inner.map(each => `slipway doctor${(0,_quoting_js__WEBPACK_IMPORTED_MODULE_5__.configOption)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), each))}`);
        const command = !absent ? `correct it: ${loaded.remedy}` : others.join(' && ') || init;
        const later = ['Dockerfile', 'manifests'].map(step => unknown(step, 'slipway.yml names it'));
        const steps = [missing('slipway.yml', loaded.message, command), ...later, ...aroundIt(repository, init)];
        return { steps, found: undefined, delivered: false };
    }
    const { config, environment } = loaded;
    const { kind, name: workload } = environment.workload;
    const delivered = environment.delivery !== undefined;
    const found = delivered
        ? undefined
        : await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .userErrorOf */ .zb)(async () => {
            const read = await load(config);
            (0,_plan_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .validate */ .t)((0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .configFor */ .m3)(config, environment), read.environment, read.manifests);
            return read;
        });
    const refused = found instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo;
    const steps = [
        there('slipway.yml', `valid, with the environment ${name}`),
        dockerfiles(config, repository),
        refused
            ? missing('manifests', found.message, `correct them: ${found.remedy}`)
            : there('manifests', delivered
                ? 'the controller of `delivery` applies them'
                : `they hold ${kind}/${workload} and every image`),
        ...aroundIt(repository, init),
    ];
    return { steps, found: refused ? undefined : found, delivered };
}
function dockerfiles({ images }, { paths }) {
    const files = Object.values(images).map(_images_js__WEBPACK_IMPORTED_MODULE_4__/* .pathOfDockerfile */ .tq);
    const absent = files.filter(file => !paths.includes(file));
    return absent.length === 0
        ? there('Dockerfile', files.join(', '))
        : missing('Dockerfile', `${absent.join(', ')} does not exist`, `write it, or correct \`context\` and \`dockerfile\` in slipway.yml`);
}
function aroundIt(repository, init) {
    const { missing: absent, unpinned } = (0,_wrappers_js__WEBPACK_IMPORTED_MODULE_6__/* .wrapperProblems */ .wp)(repository);
    return [
        absent.length === 0
            ? there('workflows', 'release, pull request and rollback')
            : missing('workflows', `nothing in .github/workflows does the work of ${absent.join(', ')}`, init),
        unpinned.length === 0
            ? there('commit', 'the workflows name a commit of Slipway')
            : missing('commit', `no commit of Slipway stands in ${unpinned.join(', ')}`, 'write the full commit of a release of Slipway after the @'),
        repository.remote === undefined
            ? missing('git remote', 'git has no remote `origin`', 'git remote add origin git@github.com:OWNER/NAME.git')
            : there('git remote', (0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutPasswords */ .h)(repository.remote)),
    ];
}


/***/ })

};
