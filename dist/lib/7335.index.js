export const id = 7335;
export const ids = [7335];
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


/***/ }),

/***/ 25726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry),
/* harmony export */   v: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const usual = (milliseconds, _, options) => options === undefined
    ? new Promise(resolve => setTimeout(resolve, milliseconds))
    : (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, options);
async function pause(milliseconds, { sleep = usual, signal } = {}) {
    await sleep(milliseconds, undefined, signal && { signal }).catch(error => {
        throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : error;
    });
}
async function retry(options, attempt) {
    const { attempts = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY, delay } = options;
    const end = performance.now() + within;
    for (let count = 1;; count += 1) {
        const isLast = () => count >= attempts || performance.now() >= end;
        let failure;
        try {
            const result = await attempt(count);
            if (isLast() || !(await options.unfinished?.(result)))
                return result;
            failure = result;
        }
        catch (error) {
            if (isLast() || !(await options.passes?.(error)))
                throw error;
            failure = error;
        }
        if (delay !== undefined)
            await pause(delay(count, failure), options);
    }
}


/***/ })

};
