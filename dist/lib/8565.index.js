export const id = 8565;
export const ids = [8565];
export const modules = {

/***/ 28565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recoveryLines: () => (/* binding */ recoveryLines),
/* harmony export */   recoverySection: () => (/* binding */ recoverySection)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(991);


function recoverySection(databases, covering = []) {
    if (databases.length === 0 && covering.length === 0)
        return '';
    const rows = databases.flatMap(({ database, rows }) => rows.map(row => [
        database,
        row.target.domain,
        `${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(row.target.rto)} / ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(row.target.rpo)}`,
        row.kind === 'covered' ? row.name : '❌ nothing',
        row.kind === 'covered' ? (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(row.worst) : '',
        row.kind === 'covered' ? '' : row.problem,
    ]));
    const head = ['database', 'loss of', 'target RTO / RPO', 'covered by', 'data lost at most', 'gap'];
    const others = covering.map(({ what, by, survives, gap }) => [
        what,
        by === '' ? '❌ nothing' : by,
        survives === undefined ? '' : losses[survives],
        gap?.problem ?? '',
    ]);
    const rest = (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['other data', 'covered by', 'survives the loss of', 'gap'], others);
    const tables = [(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(head, rows), rest].filter(each => each !== '').join('\n\n');
    return `#### ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)('Declared recovery')}\n\n${tables}\n`;
}
const losses = { node: 'a node', zone: 'a zone', region: 'the region', total: 'everything' };
function recoveryLines(databases, covering = []) {
    return [
        ...databases.flatMap(({ database, rows }) => rows.map(({ sentence }) => `recovery of ${database}: ${sentence}`)),
        ...covering.map(({ what, by, survives }) => {
            const after = survives === undefined ? '' : `, which survives the loss of ${losses[survives]}`;
            return `backup of ${what}: ${by === '' ? 'not covered' : `${by}${after}`}`;
        }),
    ];
}


/***/ })

};
