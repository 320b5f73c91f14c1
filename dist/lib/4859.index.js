export const id = 4859;
export const ids = [4859];
export const modules = {

/***/ 24859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LeaseLost: () => (/* binding */ LeaseLost),
/* harmony export */   X: () => (/* binding */ leaseLost)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
const leaseLost = (app) => new LeaseLost(`another run has taken over the rollout of ${app}`, 'see that run; this one writes nothing more');


/***/ })

};
