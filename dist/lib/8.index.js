export const id = 8;
export const ids = [8];
export const modules = {

/***/ 50008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   newestVouched: () => (/* binding */ newestVouched),
/* harmony export */   vouchedSet: () => (/* binding */ vouchedSet)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function vouchedSet({ store, owner, id }, report, vouch) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492));
    return vouched({ store, owner, set: await readSet(store, owner, id) }, report, vouch);
}
async function vouched(at, report, vouch) {
    const { set } = at;
    const by = await vouch(set);
    report(by === undefined
        ? `nobody has to have signed the backup set ${set.id}`
        : `the manifest of ${set.id} is signed by ${by}`);
    return at;
}
async function newestVouched(stores, { owner, id }, report, vouch) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492));
    let problem = new Error('no store');
    for (const { store } of stores) {
        const set = await readSet(store, owner, id).catch((error) => {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            problem = error;
            return undefined;
        });
        if (set !== undefined)
            return vouched({ store, owner, set }, report, vouch);
        report(`no backup set comes from ${store.name}`);
    }
    throw problem;
}


/***/ })

};
