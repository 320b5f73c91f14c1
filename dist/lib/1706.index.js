export const id = 1706;
export const ids = [1706];
export const modules = {

/***/ 21825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ expiresSoon),
/* harmony export */   Zw: () => (/* binding */ notesOnExceptions),
/* harmony export */   bD: () => (/* binding */ excuseBy),
/* harmony export */   hF: () => (/* binding */ daysOf)
/* harmony export */ });
/* unused harmony export hasExpired */
const hasExpired = (expires, now) => now.getTime() >= Date.parse(`${expires}T00:00:00Z`);
const expiresSoon = (expires, now) => !hasExpired(expires, now) && hasExpired(expires, new Date(now.getTime() + daysOf('14d')));
function excuseBy(exceptions, now) {
    const valid = exceptions.find(each => !hasExpired(each.expires, now));
    if (valid !== undefined) {
        const { owner, reason, expires } = valid;
        return { excuse: { by: 'exception', owner, reason, expires } };
    }
    const [past] = exceptions;
    return past === undefined ? {} : { note: `the exception by ${past.owner} expired on ${past.expires}` };
}
const notesOnExceptions = (exceptions, now, isUsed, isLooked = () => true) => exceptions.flatMap(exception => {
    const { rule, owner, expires } = exception;
    if (!isUsed(exception))
        return isLooked(rule)
            ? [`the exception to ${rule} by ${owner} matches no finding; remove it from slipway.yml`]
            : [];
    return expiresSoon(expires, now)
        ? [`the exception to ${rule} by ${owner} expires on ${expires}; fix its findings before then`]
        : [];
});
const daysOf = (text) => Number.parseInt(text, 10) * 86_400_000;


/***/ }),

/***/ 94826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ withFolder),
/* harmony export */   l: () => (/* binding */ newFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const newFolder = ({ RUNNER_TEMP }, name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `slipway-${name}-`));
async function withFolder(env, name, use) {
    const folder = await newFolder(env, name);
    try {
        return await use(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}


/***/ })

};
