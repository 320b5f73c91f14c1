export const id = 4687;
export const ids = [4687];
export const modules = {

/***/ 74687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ texts),
/* harmony export */   connectionEnvironment: () => (/* binding */ connectionEnvironment),
/* harmony export */   w: () => (/* binding */ password)
/* harmony export */ });
/* harmony import */ var _files_backup_pod_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39793);

function connectionEnvironment(declared) {
    const { host, port, database, user, sslmode, 'ca-configmap': ca, secret, key } = declared;
    const root = ca !== undefined ? _files_backup_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .mounts */ .Lk.databaseCa : sslmode === 'verify-full' ? 'system' : undefined;
    const values = {
        PGHOST: host,
        PGPORT: String(port),
        PGDATABASE: database,
        PGUSER: user,
        PGSSLMODE: sslmode,
        ...(root === undefined ? {} : { PGSSLROOTCERT: root }),
        PGCONNECT_TIMEOUT: '30',
        PGAPPNAME: 'slipway',
    };
    return [...texts(values), password('PGPASSWORD', { secret, key })];
}
const texts = (values) => Object.entries(values).map(([name, value]) => ({ name, value: value.replaceAll('$', () => '$$') }));
const password = (name, { secret, key }) => ({
    name,
    valueFrom: { secretKeyRef: { name: secret, key } },
});


/***/ })

};
