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
    const findings = checks.flatMap(({ check, findings: own }) => own.map(({ subject, problem, example = '' }) => [check, subject, problem, example]));
    return `${[
        `### ${marks[verdict]} Logs of ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(environment)}: ${verdict}`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Check', 'Verdict', 'Measured'], checks.map(each => [each.check, `${marks[each.verdict]} ${each.verdict}`, each.reason])),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['Check', 'Where', 'Finding', 'Example'], findings.slice(0, mostRows)),
        findings.length > mostRows
            ? `${findings.length - mostRows} more findings are in the output \`checks\`.`
            : '',
    ]
        .filter(part => part !== '')
        .join('\n\n')}\n`;
}
const mostRows = 50;


/***/ }),

/***/ 991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
function cell(text) {
    return text
        .replace(/\s+/g, ' ')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('://', '&#58;//')
        .replace(/\bwww\./gi, each => each.replace('.', '&#46;'))
        .replace(/[\\|[\]*_`~]/g, '\\$&');
}
function table(head, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}
function fenced(language, lines) {
    const longest = Math.max(2, ...lines.flatMap(line => (line.match(/`+/g) ?? []).map(run => run.length)));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}
function time(ms) {
    return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}


/***/ })

};
