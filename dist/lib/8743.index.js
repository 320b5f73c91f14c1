export const id = 8743;
export const ids = [8743];
export const modules = {

/***/ 8743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startStamper: () => (/* binding */ startStamper)
/* harmony export */ });
function startStamper(now) {
    const stamps = [];
    return {
        during: async (phase, work) => {
            const from = now();
            try {
                return await work();
            }
            finally {
                const last = stamps.at(-1);
                if (last?.phase === phase)
                    stamps[stamps.length - 1] = { ...last, to: now() };
                else
                    stamps.push({ phase, from, to: now() });
            }
        },
        stamps: () => stamps,
    };
}


/***/ })

};
