export const id = 8;
export const ids = [8];
export const modules = {

/***/ 50008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   firstSet: () => (/* binding */ firstSet),
/* harmony export */   newestVouched: () => (/* binding */ newestVouched),
/* harmony export */   vouched: () => (/* binding */ vouched),
/* harmony export */   vouchedSet: () => (/* binding */ vouchedSet)
/* harmony export */ });
async function vouchedSet({ store, owner, id }, report, vouch) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492));
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
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492));
    const found = await firstSet(stores, report, store => readSet(store, owner, id));
    return vouched({ ...found, owner }, report, vouch);
}
async function firstSet(stores, report, read) {
    let problem = new Error('no store');
    for (const { store } of stores) {
        try {
            return { store, set: await read(store) };
        }
        catch (error) {
            problem = error;
            report(`no backup set comes from ${store.name}`);
        }
    }
    throw problem;
}


/***/ })

};
