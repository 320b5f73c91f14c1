export const id = 6088;
export const ids = [6088,7462,5081];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   QY: () => (/* binding */ hashOfFile),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
async function hashOfFile(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 78968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ howToRun),
/* harmony export */   x: () => (/* binding */ whoMayRun)
/* harmony export */ });
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44998);

const commands = {
    sweep: 'slipway sweep',
    status: 'slipway status',
    resume: 'slipway gate',
    approve: 'slipway gate --approve true',
    rollback: 'slipway rollback',
};
function howToRun(operations, env = process.env) {
    const asked = [operations].flat();
    if ((0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) !== 'github')
        return `run ${asked.map(each => `\`${commands[each]}\``).join(' or ')}`;
    return asked.includes('sweep')
        ? 'start the workflow sweep.yml'
        : `choose ${asked.join(' or ')} in the workflow rollback.yml`;
}
const whoMayRun = (env = process.env) => (0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) === 'github'
    ? 'everyone who may start the workflow rollback.yml may do that, after the reviewers of its environment if it has any'
    : 'everyone with the rights of a release in the namespace may do that';


/***/ })

};
