export const id = 7679;
export const ids = [7679];
export const modules = {

/***/ 17679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   alertCheckSummary: () => (/* binding */ alertCheckSummary),
/* harmony export */   securityEventsSummary: () => (/* binding */ securityEventsSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

const marks = {
    delivered: '✅',
    reached: '✅',
    broken: '❌',
    unknown: '⚠️',
    'not-reached': '–',
};
function alertCheckSummary(subject, { severity, number, ...delivery }) {
    const delivered = delivery.state === 'delivered' ? 'delivered' : 'not delivered';
    return summaryOf(subject, delivery, `the ${severity} alert number ${number} was ${delivered}`);
}
function securityEventsSummary(subject, delivery) {
    const seen = delivery.state === 'delivered' ? 'every security event was seen' : 'security events were missed';
    return summaryOf(subject, delivery, seen);
}
function summaryOf({ app, environment }, delivery, headline) {
    const { state, hops, reason } = delivery;
    const rows = hops.map(hop => [
        ...[hop.title, marks[hop.state], hop.ms === undefined ? '–' : (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(hop.ms), hop.detail ?? ''],
    ]);
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)([
        `### ${marks[state]} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(environment)}: ${headline}`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(reason ?? ''),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['hop', '', 'after', 'detail'], rows),
    ]);
}


/***/ })

};
