export const id = 9857;
export const ids = [9857];
export const modules = {

/***/ 9857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recoveredSummary: () => (/* binding */ recoveredSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(991);


function recoveredSummary({ rungs, started, changes }, { archive, into, stamps, }) {
    const failed = rungs.filter(({ state }) => state === 'failed');
    const marks = { passed: '✅', failed: '❌', skipped: '➖' };
    const took = (stamps.at(-1)?.to ?? 0) - (stamps[0]?.from ?? 0);
    return `${[
        failed.length === 0
            ? `### ✅ Everything from ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(archive)} is back in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(into)}`
            : `### ❌ What came back from ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(archive)} is not as it has to be`,
        failed.length === 0
            ? 'See that it is right, wake what is suspended, then lead the traffic to it. The database runs in a single pod: give it standbys and backups before it is relied on.'
            : `**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(failed[0]?.sentence ?? '')}`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['', 'level', 'what', 'said'], rungs.map(({ state, level, what, sentence }) => [marks[state], level, what, sentence])),
        `**Started:** ${started.map(_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn).join(', ') || 'nothing'}`,
        `**It took ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.round(took))}:** ${stamps.map(({ phase, from, to }) => `${phase} ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.round(to - from))}`).join(', ')}`,
        ...(changes.length === 0 ? [] : [changes.map(each => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(each)}`).join('\n')]),
    ].join('\n\n')}\n`;
}


/***/ })

};
