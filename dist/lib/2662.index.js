export const id = 2662;
export const ids = [2662];
export const modules = {

/***/ 9947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   attachStatement: () => (/* binding */ attachStatement),
/* harmony export */   signedPredicates: () => (/* binding */ signedPredicates)
/* harmony export */ });
/* harmony import */ var _attach_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46148);
/* harmony import */ var _attached_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4689);
/* harmony import */ var _cosign_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18506);
/* harmony import */ var _demand_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91934);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72750);
/* harmony import */ var _verify_images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(89159);






async function attachStatement(registry, place, type, predicate, { cosign, key }) {
    const { text } = (0,_statement_js__WEBPACK_IMPORTED_MODULE_4__/* .statementOf */ .T8)(place, type, predicate);
    const bundle = await (0,_cosign_js__WEBPACK_IMPORTED_MODULE_2__/* .sign */ ._S)(cosign, key, { statement: text });
    await (0,_attach_js__WEBPACK_IMPORTED_MODULE_0__/* .attachBundles */ .Z)(registry, place, [{ bundle, type }], new Date().toISOString());
}
async function signedPredicates({ repository, digest }, type, options) {
    const attached = await (0,_attached_js__WEBPACK_IMPORTED_MODULE_1__/* .readAttached */ .PX)(options.registry, repository, digest, [type]);
    const claimed = attached.filter(({ claim }) => claim.type === type);
    if (claimed.length === 0)
        return [];
    const holds = await (0,_verify_images_js__WEBPACK_IMPORTED_MODULE_5__.attachmentVerifier)({ ...options, trust: (0,_demand_js__WEBPACK_IMPORTED_MODULE_3__/* .ofAnyWorkflow */ .nI)(options.trust) });
    const predicates = [];
    for (const each of claimed)
        if (await holds(each, { repository, digest }))
            predicates.push(each.claim.predicate);
    return predicates;
}


/***/ }),

/***/ 37108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ readChecksums),
/* harmony export */   gD: () => (/* binding */ writeChecksums),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* unused harmony export listName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _named_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85280);





const listName = 'checksums.txt';
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
async function writeChecksums(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true });
    const names = entries
        .filter(entry => entry.isFile() && !entry.name.startsWith('.') && entry.name !== listName)
        .map(({ name }) => name)
        .sort();
    const lines = [];
    for (const name of names)
        lines.push(`${sha256(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)))}  ${name}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName), lines.join(''));
    return sha256(lines.join(''));
}
async function readChecksums(folder, digest) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName);
    if (!/^[0-9a-f]{64}$/.test(digest))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the digest of the reports is not a SHA-256: "${digest}"`, 'use the output `reports-digest` of `scan`');
    const text = await (0,_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamed */ .M)(path, 'use the unchanged folder that `scan` wrote');
    if (sha256(text) !== digest)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} was changed after the scan: its SHA-256 is ${sha256(text)}, not ${digest}`, 'scan the images again, and find out which jobs of this run write artifacts');
    return new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', name = '']) => [name, sum]));
}


/***/ })

};
