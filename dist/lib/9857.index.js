export const id = 9857;
export const ids = [9857];
export const modules = {

/***/ 9857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recoveredSummary: () => (/* binding */ recoveredSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(991);
/* harmony import */ var _summary_parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8731);



function recoveredSummary({ levelChecks, started, changes }, { archive, into, phaseTimes, }) {
    const failed = levelChecks.filter(({ state }) => state === 'failed');
    const took = (phaseTimes.at(-1)?.to ?? 0) - (phaseTimes[0]?.from ?? 0);
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraphs */ .qN)([
        failed.length === 0
            ? `### ✅ Everything from ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(archive)} is restored in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(into)}`
            : `### ❌ Not everything from ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(archive)} was restored correctly`,
        failed.length === 0
            ? 'Check the application, resume the suspended CronJobs, then direct traffic to it. The database runs in a single pod: add standbys and backups before you rely on it.'
            : `**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(failed[0]?.sentence ?? '')}`,
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .levelTable */ .nu)(levelChecks),
        `**Started:** ${started.map(_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn).join(', ') || 'nothing'}`,
        `**Took ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(took)}:** ${phaseTimes.map(({ phase, from, to }) => `${phase} ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(to - from)}`).join(', ')}`,
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .bullets */ .e5)(changes),
    ]);
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
