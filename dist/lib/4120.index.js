export const id = 4120;
export const ids = [4120];
export const modules = {

/***/ 34120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   folderStore: () => (/* binding */ folderStore),
/* harmony export */   t: () => (/* binding */ checkedPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _whole_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1517);




const part = /^(?!\.\.?$)[A-Za-z0-9._@+=-]{1,200}$/;
function checkedPath(path) {
    if (path.split('/').every(each => part.test(each)) && path.length <= 900)
        return path;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${JSON.stringify(path)} is not a name that Slipway gives an object`, 'delete it by hand');
}
function folderStore(folder) {
    const fault = (problem, cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the folder ${folder} ${problem}`, 'check whether it exists and who may write to it', {
        cause,
    });
    return {
        name: folder,
        put: async (path, content) => {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(path));
            try {
                await (0,_whole_file_js__WEBPACK_IMPORTED_MODULE_3__/* .writeWhole */ .f)(file, content);
            }
            catch (error) {
                throw fault('cannot be written to', error);
            }
        },
        get: async (path) => {
            try {
                return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(path)));
            }
            catch (error) {
                if (isAbsent(error))
                    return undefined;
                throw fault('cannot be read', error);
            }
        },
        remove: async (path) => {
            try {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(path)), { force: true });
            }
            catch (error) {
                throw fault('does not permit deletion', error);
            }
        },
        list: async (prefix) => {
            const top = prefix === '' ? folder : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(prefix));
            const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(top, { recursive: true, withFileTypes: true }).catch(error => {
                if (isAbsent(error))
                    return [];
                throw fault('cannot be read', error);
            });
            const files = entries.filter(each => each.isFile() && !each.name.endsWith('.partial'));
            const found = await Promise.all(files.map(async (each) => {
                const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(each.parentPath, each.name);
                return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, file), bytes: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).size };
            }));
            return found.sort((a, b) => (a.path < b.path ? -1 : 1));
        },
        lockedUntil: async () => undefined,
        lockedByDefault: async () => undefined,
        mayDelete: async () => {
            const fault = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(folder, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK).then(() => undefined, (error) => (error instanceof Error && 'code' in error ? error.code : 'unknown'));
            if (fault === undefined)
                return 'yes';
            return fault === 'EACCES' || fault === 'EROFS' ? 'no' : 'unknown';
        },
    };
}
const isAbsent = (error) => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');


/***/ }),

/***/ 1517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole),
/* harmony export */   s: () => (/* binding */ diskFault)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);



async function writeWhole(file, content) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.partial`, content);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.partial`, file);
}
function diskFault(folder, error, remedy) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOSPC' && code !== 'EROFS' && code !== 'EACCES' && code !== 'EDQUOT')
        return undefined;
    const why = code === 'ENOSPC' ? 'the disk is full' : code;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${folder} cannot be written to: ${why}`, remedy, { cause: error });
}


/***/ })

};
