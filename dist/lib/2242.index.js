export const id = 2242;
export const ids = [2242];
export const modules = {

/***/ 2242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyInto: () => (/* binding */ copyInto),
/* harmony export */   withSession: () => (/* binding */ withSession)
/* harmony export */ });
/* harmony import */ var _recovery_postgres_sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16677);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



async function withSession({ connection, signal, converse }, use) {
    if (signal.aborted)
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)();
    const psqlSession = converse([..._recovery_postgres_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .together */ .bs, ...(0,_recovery_postgres_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .psql */ .tm)(connection)]);
    const leave = () => psqlSession.leave();
    signal.addEventListener('abort', leave, { once: true });
    const rows = async (sql) => {
        psqlSession.say(`${sql}\nselect '{"end": true}';`);
        const found = [];
        for (;;) {
            const line = await psqlSession.hear().catch((error) => {
                throw signal.aborted ? (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : failed(connection, error.message);
            });
            if (line.trim() === '')
                continue;
            const row = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(line);
            if (row === undefined)
                throw failed(connection, line);
            if (row.end === true)
                return found;
            found.push(row);
        }
    };
    try {
        await rows('\\set VERBOSITY terse\nset client_min_messages = error;\nset search_path = pg_catalog;');
        return await use({ rows });
    }
    finally {
        signal.removeEventListener('abort', leave);
        leave();
    }
}
const copyInto = (table, rows) => [`copy ${table} from stdin;`, ...rows.map(fields => fields.map(copied).join('\t')), '\\.'].join('\n');
const copied = (text) => text.replace(/[\\\n\r\t]/g, character => `\\${{ '\n': 'n', '\r': 'r', '\t': 't' }[character] ?? '\\'}`);
function failed({ database }, line) {
    const said = /\b(?:ERROR|FATAL|PANIC|error): .*/.exec(line)?.[0] ?? 'psql ended early, or printed no JSON';
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the database ${database} refused: ${said.slice(0, 300)}`, 'fix this error, then run it again');
}


/***/ })

};
