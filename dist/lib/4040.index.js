export const id = 4040;
export const ids = [4040];
export const modules = {

/***/ 74040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseConfig: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71539);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33146);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66986);



function parseConfig(text, file) {
    const document = (0,_document_js__WEBPACK_IMPORTED_MODULE_0__/* .readDocument */ .u)(text, file);
    const result = _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .slipwaySchema */ .d.safeParse(document.value);
    if (!result.success)
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .W)(result.error.issues, document);
    return result.data;
}


/***/ })

};
