export const id = 1141;
export const ids = [1141];
export const modules = {

/***/ 71141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyAddress: () => (/* binding */ copyAddress)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46284);


function copyAddress(variable, env) {
    const wrong = (problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the copy of a database cannot be reached: ${variable} ${problem}`, 'set it to a URL such as postgresql://user:password@host:5432/database?sslmode=verify-full');
    const text = env[variable];
    if (!text)
        throw wrong('is not set');
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const [database = '', ...more] = (url?.pathname ?? '').slice(1).split('/');
    if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol) || database === '' || more.length > 0)
        throw wrong('is not the URL of a PostgreSQL database');
    const { sslmode = 'verify-full', sslrootcert = 'system', ...others } = Object.fromEntries(url.searchParams);
    const [other] = Object.keys(others);
    if (other !== undefined)
        throw wrong('has a parameter other than sslmode and sslrootcert');
    const parts = [database, url.username, url.hostname, url.password];
    if (parts.some(each => /%(?![0-9a-f]{2})/i.test(each)))
        throw wrong('has a "%" that is not encoded as %25');
    const { PATH, HOME } = env;
    return {
        name: variable,
        connection: {
            database: decodeURIComponent(database),
            ...(url.username === '' ? {} : { user: decodeURIComponent(url.username) }),
            ...(url.hostname === '' ? {} : { host: decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '') }),
            ...(url.port === '' ? {} : { port: Number(url.port) }),
        },
        exec: (0,_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .localExec */ .N)({
            PATH,
            HOME,
            PGSSLMODE: sslmode,
            PGCONNECT_TIMEOUT: '10',
            PGAPPNAME: 'slipway',
            ...(sslmode.startsWith('verify-') ? { PGSSLROOTCERT: sslrootcert } : {}),
            PGPASSWORD: decodeURIComponent(url.password),
        }),
    };
}


/***/ })

};
