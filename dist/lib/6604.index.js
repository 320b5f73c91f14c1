export const id = 6604;
export const ids = [6604];
export const modules = {

/***/ 26604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readVerifiedSet: () => (/* binding */ readVerifiedSet),
/* harmony export */   v: () => (/* binding */ firstSet),
/* harmony export */   x9: () => (/* binding */ newestVerified),
/* harmony export */   zr: () => (/* binding */ verified)
/* harmony export */ });
async function readVerifiedSet({ store, owner, id }, report, verify) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
    return verified({ store, owner, set: await readSet(store, owner, id, report) }, report, verify);
}
async function verified(at, report, verify) {
    const { id } = at.set;
    const by = await verify(at.set);
    report(by === undefined ? `the backup set ${id} needs no signature` : `the manifest of ${id} is signed by ${by}`);
    return at;
}
async function newestVerified(stores, { owner, id }, report, verify) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
    const found = await firstSet(stores, report, store => readSet(store, owner, id, report));
    return verified({ ...found, owner }, report, verify);
}
async function firstSet(stores, report, read) {
    let problem = new Error('no store');
    for (const { store } of stores) {
        try {
            return { store, set: await read(store) };
        }
        catch (error) {
            problem = error;
            report(`no backup set was read from ${store.name}`);
        }
    }
    throw problem;
}


/***/ })

};
