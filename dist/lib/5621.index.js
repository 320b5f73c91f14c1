export const id = 5621;
export const ids = [5621];
export const modules = {

/***/ 45621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logsSummary: () => (/* binding */ logsSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

const marks = { pass: '✅', fail: '❌', unknown: '⚠️' };
function logsSummary(environment, verdict, checks) {
    const findings = checks.flatMap(({ check, findings: own }) => own.map(({ subject, problem }) => [check, subject, problem]));
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)([
        `### ${marks[verdict]} Logs of ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(environment)}: ${verdict}`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Check', 'Verdict', 'Measured'], checks.map(({ check, verdict: own, reason, deleted }) => [
            check,
            `${marks[own]} ${own}`,
            deleted === undefined ? reason : `${reason}; ${deleted.reason}`,
        ])),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Check', 'Where', 'Finding'], findings.slice(0, mostRows)),
        findings.length > mostRows
            ? `${findings.length - mostRows} more findings are in the output \`checks\`.`
            : '',
    ]);
}
const mostRows = 50;


/***/ })

};
