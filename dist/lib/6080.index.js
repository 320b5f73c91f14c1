export const id = 6080;
export const ids = [6080];
export const modules = {

/***/ 76080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ seededDelay),
/* harmony export */   paceOf: () => (/* binding */ paceOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function paceOf(name, rpo) {
    switch (name) {
        case 'production':
            return {
                name,
                markers: { every: rpo === 0 ? 100 : 1000, patience: 5000 },
                probes: { every: 1000, patience: 5000 },
                steady: 300_000,
                consecutive: 30,
                spread: 60_000,
            };
        case 'lab':
            return {
                name,
                markers: { every: 100, patience: 2000 },
                probes: { every: 250, patience: 2000 },
                steady: 10_000,
                consecutive: 30,
                spread: 2000,
            };
    }
}
function seededDelay(seed, spread) {
    const drawn = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
    return Math.floor(drawn * spread);
}


/***/ })

};
