export const id = 7648;
export const ids = [7648];
export const modules = {

/***/ 7648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backupSummary: () => (/* binding */ backupSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

const largest = 10;
function backupSummary(facts) {
    const { app, environment, set, manifest, backups, rungs, problems, signed, stores } = facts;
    const head = problems.length === 0
        ? `### ✅ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(environment)}: backed up as \`${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(set)}\``
        : `### ❌ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(environment)}: this backup does not count\n\n${problems.map(each => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(each)}`).join('\n')}`;
    const databases = manifest.databases.map(({ name, lsn, tables }) => {
        const rows = tables.reduce((sum, each) => sum + each.rows, 0);
        return `**${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(name)}**: ${tables.length} tables, ${rows.toLocaleString('en')} rows at ${lsn}\n\n${(backups[name] ?? []).map(each => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(each)}`).join('\n')}\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['table', 'rows', 'first key', 'last key'], tables
            .toSorted((a, b) => b.rows - a.rows)
            .slice(0, largest)
            .map(each => [
            `${each.schema}.${each.name}`,
            each.rows.toLocaleString('en'),
            each.key?.min ?? '',
            each.key?.max ?? '',
        ]))}`;
    });
    const proofs = (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'level', 'what', 'said'], rungs.map(({ state, level, what, sentence }) => [
        state === 'passed' ? '✅' : '❌',
        level,
        what,
        sentence,
    ]));
    const kept = problems.length === 0
        ? `The manifest ${signed ? 'is signed and' : 'is not signed (`signing:` in slipway.yml does that), and'} kept in ${stores.map(_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn).join(', ')}.`
        : 'No manifest was written: nothing is restored from this set.';
    return `${[head, ...databases, proofs, kept].join('\n\n')}\n`;
}


/***/ })

};
