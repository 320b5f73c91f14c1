export const id = 8072;
export const ids = [8072];
export const modules = {

/***/ 18072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nl: () => (/* binding */ commandOf),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   configOption: () => (/* binding */ configOption),
/* harmony export */   d_: () => (/* binding */ scalar)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77119);


const scalar = (text) => /[,[\]{}\n]/.test(text) ? JSON.stringify(text) : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(text, { lineWidth: 0 }).trim();
const wordsOf = (line) => [...line.matchAll(/(?:[^\s"'\\]|\\.|"(?:\\.|[^"\\])*"|'[^']*')+/gs)].map(([word]) => word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs, (_, double, single, escaped) => double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? ''));
const assignments = /^(?:\w+=(?:"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'])*\s+)*/;
function commandOf(line) {
    const command = line.trim();
    const assigned = assignments.exec(command)?.[0] ?? '';
    if (assigned === '' && !/[$&|;<>"'`*?~#(){}[\]\\\n]/.test(command))
        return JSON.stringify(command.split(/\s+/));
    const bare = command.replace(/"(?:\\.|[^"\\])*"|'[^']*'|\\.|\$\{[^}]*\}|\d?[<>]&/gs, '');
    const single = !/[&|;(){}`\n]/.test(bare) && !/^(exec|if|for|while|until|case|!)(\s|$)/.test(bare);
    return JSON.stringify(['sh', '-c', single ? `${assigned}exec ${command.slice(assigned.length)}` : command]);
}
const configOption = (path) => path === 'slipway.yml' ? '' : ` --config ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r)(path)}`;


/***/ })

};
