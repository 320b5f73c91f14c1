export const id = 4142;
export const ids = [4142];
export const modules = {

/***/ 24142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreSummary: () => (/* binding */ restoreSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);
/* harmony import */ var _summary_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8731);


function restoreSummary({ restored, levelChecks, into }) {
    const failed = levelChecks.some(({ state }) => state === 'failed');
    const skipped = levelChecks.some(({ state, demanded }) => state === 'skipped' && demanded !== false);
    const where = restored?.address ?? into;
    const good = skipped ? '⚠️ Restored, but not all of it was verified' : '✅ Restored';
    const head = failed ? '### ❌ Restored, but not correctly' : `### ${good}: \`${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(where)}\``;
    const backup = restored?.database.choice.backup;
    const from = restored === undefined || backup === undefined
        ? ''
        : `From ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(backup.label)} of repository ${backup.repository}, up to ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(restored.database.reached)} in the WAL.`;
    const differences = (restored?.differences ?? []).slice(0, 20);
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)([head, from, (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .levelTable */ .nu)(levelChecks), (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(differences)]);
}


/***/ }),

/***/ 8731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e5: () => (/* binding */ bullets),
/* harmony export */   iB: () => (/* binding */ imageTable),
/* harmony export */   nu: () => (/* binding */ levelTable)
/* harmony export */ });
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);


const bullets = (lines) => lines.map(line => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(line)}`).join('\n');
function levelTable(levelChecks, skipped = '➖') {
    const marks = { passed: '✅', failed: '❌', skipped };
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'level', 'what', 'details'], levelChecks.map(({ state, level, what, sentence }) => [marks[state], level, what, sentence]));
}
const imageTable = (images) => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image'], images.map(image => [(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigests */ .s)(image)]));


/***/ })

};
