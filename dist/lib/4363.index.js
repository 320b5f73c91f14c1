export const id = 4363;
export const ids = [4363];
export const modules = {

/***/ 44363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withFilesNote: () => (/* binding */ withFilesNote)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);

const note = 'slipway.dev/files';
async function withFilesNote({ cluster, into, pvc, set, back, report }, restore) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pvc, into, pvc);
    const before = (await cluster.get(path))?.metadata?.annotations?.[note];
    if (before === back) {
        report(`an earlier run has restored the files of the PVC ${pvc}; keeping them`);
        return [];
    }
    const mark = async (how) => {
        await cluster.patch(path, 'merge', { metadata: { annotations: { [note]: how } } });
    };
    const begun = `begun ${set}`;
    const levelChecks = await restore(before === begun, () => mark(begun));
    if (levelChecks.every(({ state }) => state === 'passed'))
        await mark(back);
    return levelChecks;
}


/***/ })

};
