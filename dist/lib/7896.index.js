export const id = 7896;
export const ids = [7896];
export const modules = {

/***/ 97896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requireNoTablespaces: () => (/* binding */ requireNoTablespaces),
/* harmony export */   tablespacesIn: () => (/* binding */ tablespacesIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16677);


const query = `select json_build_object('spaces', count(*)) from pg_tablespace
  where spcname not in ('pg_default', 'pg_global');`;
async function tablespacesIn(exec, connection, signal) {
    const [row] = await (0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(exec, connection, query, signal);
    return Number(row?.spaces ?? 0);
}
function requireNoTablespaces(count) {
    if (count === 0)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the database cannot be restored in place: it has tablespaces, whose files are outside the data folder', 'restore it into another namespace, and point the application there');
}


/***/ }),

/***/ 16677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   tm: () => (/* binding */ psql)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16428);



function psql({ database, user, host, port }) {
    const parameters = Object.entries({ dbname: database, user, host, port })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}='${String(value).replaceAll(/['\\]/g, '\\$&')}'`);
    return [
        'psql',
        '--no-psqlrc',
        '--no-password',
        '--quiet',
        '--no-align',
        '--tuples-only',
        '--set=ON_ERROR_STOP=1',
        `--dbname=${parameters.join(' ')}`,
    ];
}
const together = ['sh', '-c', 'exec "$@" 3>&2 2>&1', 'sh'];
function literal(text) {
    if (text.includes('\0'))
        throw new RangeError('the text contains a zero byte');
    const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''");
    return `E'${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}
async function rowsOf(exec, connection, script, signal) {
    const { code, stdout, stderr } = await exec(psql(connection), { input: script, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ signal }) });
    if (code !== 0)
        throw failed(connection, stderr.trim().split('\n')[0] || `psql ${(0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__/* .endingOf */ .z6)(code)}`);
    return stdout
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(line) ?? raise(failed(connection, `unexpected output ${line.slice(0, 80)}`)));
}
const failed = ({ database }, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the query of the database ${database} failed: ${problem.slice(0, 300)}`, 'fix this error, then run the step again');
function raise(error) {
    throw error;
}


/***/ })

};
