export const id = 8513;
export const ids = [8513];
export const modules = {

/***/ 28513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ storesWithBuckets),
/* harmony export */   locksOf: () => (/* binding */ locksOf)
/* harmony export */ });
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48653);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57346);


async function bucketsOf({ store: declared, pgbackrest, restic }, store, env) {
    const { s3Store, placeOf } = await __webpack_require__.e(/* import() */ 2412).then(__webpack_require__.bind(__webpack_require__, 10031));
    const own = declared?.url === undefined ? undefined : placeOf(declared.url).bucket;
    if (restic === undefined)
        return pgbackrest === undefined ? [] : [store];
    if (placeOf(restic.url).bucket === own)
        return [store];
    const lockedByDefault = async () => {
        const credentials = (0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .s3CredentialsOf */ .AO)(restic['credentials-prefix'], env, `the bucket ${restic.url}`);
        return (await s3Store({ ...restic, ...credentials })).lockedByDefault();
    };
    return [...(pgbackrest === undefined ? [] : [store]), { name: restic.url, lockedByDefault }];
}
async function locksOf(recovery, owner, config, env, now) {
    const asked = Object.entries(recovery.repositories).filter(([, { locked, store }]) => locked !== undefined &&
        store !== undefined &&
        (store.url === undefined || Boolean(env[`${store['credentials-prefix']}_ACCESS_KEY_ID`])));
    if (asked.length === 0)
        return new Map();
    const [stores, { checkLock }] = await Promise.all([
        (0,_recovery_js__WEBPACK_IMPORTED_MODULE_1__.openStores)({ ...recovery, repositories: Object.fromEntries(asked) }, config, env),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(1438)]).then(__webpack_require__.bind(__webpack_require__, 89349)),
    ]);
    return new Map(await Promise.all((await storesWithBuckets(stores, recovery, env)).map(async ({ name, store, locked = 0, others }) => {
        const doubt = await checkLock({ store, others, locked }, owner, now);
        return [name, doubt];
    })));
}
const storesWithBuckets = (stores, { repositories }, env) => Promise.all(stores.map(async (each) => {
    const repository = repositories[each.name];
    const others = repository === undefined ? [] : await bucketsOf(repository, each.store, env);
    return { ...each, others };
}));


/***/ })

};
