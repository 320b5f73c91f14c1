export const id = 5828;
export const ids = [5828];
export const modules = {

/***/ 85828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadMasking: () => (/* binding */ loadMasking)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85280);



async function loadMasking(path) {
    const text = await (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readNamed */ .M)(path, 'correct the input `masking`');
    const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const remedy = 'write a line `table.column: strategy` for each column';
    let map;
    try {
        map = parse(text);
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} is not valid YAML`, remedy, { cause });
    }
    const isFlat = (value) => value === null || typeof value === 'string';
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(map) && Object.keys(map).length > 0 && Object.values(map).every(isFlat))
        return map;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} is not a masking map`, remedy);
}


/***/ })

};
