export const id = 4142;
export const ids = [4142];
export const modules = {

/***/ 24142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreSummary: () => (/* binding */ restoreSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

function restoreSummary({ restored, levelChecks, into }) {
    const failed = levelChecks.some(({ state }) => state === 'failed');
    const skipped = levelChecks.some(({ state, demanded }) => state === 'skipped' && demanded !== false);
    const where = restored?.address ?? into;
    const good = skipped ? '⚠️ Restored, but not all of it was verified' : '✅ Restored';
    const head = failed ? '### ❌ Restored, but not correctly' : `### ${good}: \`${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(where)}\``;
    const backup = restored?.database.choice.backup;
    const from = restored === undefined || backup === undefined
        ? []
        : [
            `From ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(backup.label)} of repository ${backup.repository}, up to ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(restored.database.reached)} in the WAL.`,
        ];
    const proofs = (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'level', 'what', 'details'], levelChecks.map(({ state, level, what, sentence }) => [
        { passed: '✅', failed: '❌', skipped: '➖' }[state],
        level,
        what,
        sentence,
    ]));
    const differences = restored?.differences ?? [];
    const list = differences.slice(0, 20).map(({ sentence }) => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(sentence)}`);
    return `${[head, ...from, proofs, ...(list.length === 0 ? [] : [list.join('\n')])].join('\n\n')}\n`;
}


/***/ })

};
