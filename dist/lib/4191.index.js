export const id = 4191;
export const ids = [4191];
export const modules = {

/***/ 94191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   documentSigner: () => (/* binding */ documentSigner)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

function documentSigner({ config: { signing, trust }, path, toolMirrors, host: { env, report }, signal, }) {
    if (signing === undefined)
        return async () => undefined;
    return async (document) => {
        const [{ withCosign }, { signingKey }, { signDocument }] = await Promise.all([
            __webpack_require__.e(/* import() */ 6125).then(__webpack_require__.bind(__webpack_require__, 18506)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(2755)]).then(__webpack_require__.bind(__webpack_require__, 32694)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(9105)]).then(__webpack_require__.bind(__webpack_require__, 72176)),
        ]);
        const root = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
        return withCosign({ toolMirrors, env, signal, report }, async (cosign) => {
            const key = await signingKey({ signing, trustedRoot: trust?.root, root, folder: cosign.folder, env });
            return signDocument(cosign, key, document);
        });
    };
}


/***/ })

};
