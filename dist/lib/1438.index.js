export const id = 1438;
export const ids = [1438,7462,5081];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   Mk: () => (/* binding */ digestOfFile),
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
    return parseSha256((await digestOfFile(file, 'sha256')) ?? '');
}
async function digestOfFile(file, algorithm) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
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

/***/ 89349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkLock: () => (/* binding */ checkLock),
/* harmony export */   unlockedIn: () => (/* binding */ unlockedIn)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _sets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58888);



const clockSkew = 60_000;
async function checkLock({ store, others, locked }, owner, now, set) {
    try {
        const id = set ?? (await (0,_sets_js__WEBPACK_IMPORTED_MODULE_2__.newestSet)(store, owner));
        if (id === undefined)
            return {
                problem: `${store.name} contains no backup set yet, so no lock can be read`,
                help: 'make a backup',
            };
        const until = await store.lockedUntil((0,_sets_js__WEBPACK_IMPORTED_MODULE_2__.manifestPath)(owner, id));
        if (until === undefined || until <= now)
            return {
                problem: `the set ${id} in ${store.name} is not locked: any user with the permission may delete it`,
                help: 'create the bucket with object lock: not every store can add it later',
            };
        if (until < (0,_sets_js__WEBPACK_IMPORTED_MODULE_2__.setTime)(id) + locked - clockSkew)
            return {
                problem: `the set ${id} in ${store.name} is locked only until ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(until)}, but slipway.yml says ${daysOf(locked)}`,
                help: 'check which setting of the bucket shortens it, or correct `locked`',
            };
        for (const each of others) {
            const usual = (await each.lockedByDefault()) ?? 0;
            if (usual < locked)
                return {
                    problem: `the default retention of ${each.name}, where pgBackRest and restic write, is ${usual === 0 ? 'not set' : `only ${daysOf(usual)}`}, but slipway.yml says ${daysOf(locked)}`,
                    help: 'give the bucket a default retention in COMPLIANCE mode that is at least as long',
                };
        }
        return undefined;
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        return {
            problem: `its lock cannot be read: ${error.message}`,
            help: 'grant the credentials s3:GetObjectRetention and s3:GetBucketObjectLockConfiguration',
        };
    }
}
async function unlockedIn(stores, owner, now, set) {
    const sentences = new Map();
    for (const { name, store, locked, others = [] } of stores) {
        if (locked === undefined)
            continue;
        const doubt = await checkLock({ store, others, locked }, owner, now, set);
        if (doubt !== undefined)
            sentences.set(name, `the repository ${name} is not locked as slipway.yml says: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(doubt.problem, doubt.help)}`);
    }
    return sentences;
}
const daysOf = (duration) => `${Math.round((duration / 86_400_000) * 10) / 10} days`;


/***/ })

};
