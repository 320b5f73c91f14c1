export const id = 630;
export const ids = [630];
export const modules = {

/***/ 60630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   nf: () => (/* binding */ mapsIn),
/* harmony export */   vM: () => (/* binding */ jsonMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonMap(body) {
    try {
        const value = JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
        return isMap(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const mapsIn = (value) => Array.isArray(value) ? value.filter(isMap) : [];
const textsIn = (value) => Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];


/***/ })

};
