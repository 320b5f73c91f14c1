export const id = 737;
export const ids = [737];
export const modules = {

/***/ 30737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkFiles: () => (/* binding */ checkFiles),
/* harmony export */   planByGit: () => (/* binding */ planByGit)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _image_selection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14469);
/* harmony import */ var _plan_images_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25783);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(991);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45650);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(566);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26115);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(55571);










async function checkFiles(path, gitops, { images }, digests = {}) {
    const { checkWorkingTree } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(6382), __webpack_require__.e(9013)]).then(__webpack_require__.bind(__webpack_require__, 49013));
    const some = `sha256:${'0'.repeat(64)}`;
    const pinned = Object.entries(images).map(([name, { repository }]) => [
        name,
        { repository, digest: digests[name]?.digest ?? some },
    ]);
    const changed = await checkWorkingTree((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), gitops, Object.fromEntries(pinned));
    if (changed === undefined)
        return `the files are in ${gitops.repository}, so they are checked by \`deploy\``;
    return changed.length === 0
        ? 'a release would change no file'
        : `a release would change ${changed.join(', ')} on ${gitops.branch}`;
}
async function planByGit(inputs, request, gitops, host) {
    const { config, environment } = request;
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_6__/* .registryClient */ .R)();
    const selected = inputs.images === '' ? {} : (0,_image_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImagesInput */ .M)(inputs.images, config.images);
    const images = inputs.images === '' ? {} : await (0,_plan_images_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveImages */ .B)(registry, selected, Object.keys(config.images));
    const verified = await (0,_trust_js__WEBPACK_IMPORTED_MODULE_8__/* .verifiedImages */ .LA)(inputs, { config, environment, images, registry, host });
    const forced = _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .forced */ .KY(inputs.force);
    const { requirePromotion } = await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_5__/* .promotionOf */ .bi)(inputs, { config, environment, registry, host, ...forced });
    const files = await checkFiles(inputs.config, gitops, config, images);
    const load = () => __webpack_require__.e(/* import() */ 2644).then(__webpack_require__.bind(__webpack_require__, 2644));
    const lines = await (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .withCluster */ .Bq)({ ...inputs, patient: false }, environment, host, load, async (cluster, code) => {
        const promotion = inputs.images === '' ? undefined : await requirePromotion?.(cluster, images);
        const controller = gitops.controller && (await code.requireRunning(cluster, gitops.controller));
        const seen = controller === undefined ? [] : [`${controller.name}: ${controller.sentence}`];
        return [
            files,
            ...(promotion === undefined ? [] : [promotion.sentence]),
            ...seen,
            ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_8__/* .signatureSentences */ .Bk)(verified),
        ];
    });
    host.output('verdict', 'pass');
    host.output('changes', JSON.stringify({ create: [], change: [], same: [] }));
    host.output('policy', '{}');
    host.output('difference', '{}');
    host.output('images', JSON.stringify((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .referencesOf */ .CL)(images)));
    host.output('monitored', 'false');
    host.output('reason', '');
    const list = lines.map(line => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .cell */ .Hn)(line)}`).join('\n');
    await host.summary(`### ✅ Plan: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .cell */ .Hn)(config.app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .cell */ .Hn)(inputs.environment)}\n\n${list}\n`);
    lines.forEach(host.report);
    return true;
}


/***/ })

};
