export const id = 8061;
export const ids = [8061];
export const modules = {

/***/ 28061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requireQueries: () => (/* binding */ requireQueries)
/* harmony export */ });
/* unused harmony export promqlFault */
/* harmony import */ var _prometheus_io_lezer_promql__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86828);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71539);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33146);



function requireQueries(config, text, file) {
    const issues = Object.entries(config.environments).flatMap(([environment, { monitoring }]) => Object.entries(monitoring?.queries ?? {}).flatMap(([name, query]) => {
        const fault = promqlFault(query);
        const path = ['environments', environment, 'monitoring', 'queries', name];
        const message = `is not PromQL: ${fault}; try it in the graph of Prometheus`;
        return fault === undefined ? [] : [{ code: 'custom', path, message, input: query }];
    }));
    if (issues.length > 0)
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .explain */ .W)(issues, (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u)(text, file));
}
function promqlFault(expression) {
    let at;
    _prometheus_io_lezer_promql__WEBPACK_IMPORTED_MODULE_0__/* .parser */ .K3D.parse(expression).iterate({
        enter: ({ type, from }) => {
            if (type.isError && (at === undefined || from < at))
                at = from;
        },
    });
    if (at === undefined)
        return undefined;
    return at >= expression.trimEnd().length
        ? 'it ends too early'
        : `it is wrong from "${expression.slice(at, at + 30)}" on`;
}


/***/ })

};
