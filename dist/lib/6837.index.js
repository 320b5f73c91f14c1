export const id = 6837;
export const ids = [6837];
export const modules = {

/***/ 6837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   steadyClock: () => (/* binding */ steadyClock)
/* harmony export */ });
function steadyClock() {
    const origin = Date.now() - performance.now();
    return () => Math.round(origin + performance.now());
}


/***/ })

};
