export const id = 1825;
export const ids = [1825];
export const modules = {

/***/ 21825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ daysOf),
/* harmony export */   o: () => (/* binding */ hasExpired)
/* harmony export */ });
const hasExpired = (expires, now) => now.getTime() >= Date.parse(`${expires}T00:00:00Z`);
const daysOf = (text) => Number.parseInt(text, 10) * 86_400_000;


/***/ })

};
