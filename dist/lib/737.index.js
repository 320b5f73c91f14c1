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
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(991);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _released_images_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57529);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26115);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55571);








async function checkFiles(path, gitops, { images }, digests = {}) {
    const { checkWorkingTree } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(6382), __webpack_require__.e(53)]).then(__webpack_require__.bind(__webpack_require__, 49013));
    const some = `sha256:${'0'.repeat(64)}`;
    const pinned = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .mapValues */ .LG)(images, ({ repository }, name) => {
        return { repository, digest: digests[name]?.digest ?? some };
    });
    const changed = await checkWorkingTree((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), gitops, pinned);
    if (changed === undefined)
        return `the files are in ${gitops.repository}, so they are checked by \`deploy\``;
    return changed.length === 0
        ? 'a release would change no file'
        : `a release would change ${changed.join(', ')} on ${gitops.branch}`;
}
async function planByGit(inputs, { request, gitops, host }) {
    const { config, environment } = request;
    const asked = await (0,_released_images_js__WEBPACK_IMPORTED_MODULE_3__/* .releasedImages */ .i)(inputs, request, host);
    const [images, verified] = [await asked.images, await asked.verify()];
    const files = await checkFiles(inputs.config, gitops, config, images);
    const load = () => __webpack_require__.e(/* import() */ 2644).then(__webpack_require__.bind(__webpack_require__, 2644));
    const lines = await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .withCluster */ .Bq)((0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .impatient */ .oP)(inputs), environment, host, load, async (cluster, code) => {
        const { requirePromotion } = asked.promotion;
        const promotion = inputs.images === '' ? undefined : await requirePromotion?.(cluster, images);
        const controller = gitops.controller && (await code.requireRunning(cluster, gitops.controller));
        const promoted = promotion === undefined ? [] : [promotion.sentence];
        const seen = controller === undefined ? [] : [`${controller.name}: ${controller.sentence}`];
        return [files, ...promoted, ...seen, ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_5__/* .signatureSentences */ .Bk)(verified)];
    });
    (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .setOutputs */ .n0)(host, {
        verdict: 'pass',
        changes: { create: [], change: [], same: [] },
        policy: {},
        difference: {},
        images: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .referencesOf */ .CL)(images),
        monitored: false,
    });
    const list = lines.map(line => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .cell */ .Hn)(line)}`).join('\n');
    await host.summary(`### ✅ Plan: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .cell */ .Hn)(config.app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .cell */ .Hn)(inputs.environment)}\n\n${list}\n`);
    lines.forEach(host.report);
    return true;
}


/***/ })

};
