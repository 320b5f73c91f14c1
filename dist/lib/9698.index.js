export const id = 9698;
export const ids = [9698];
export const modules = {

/***/ 99698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baseOf: () => (/* binding */ baseOf),
/* harmony export */   compareWithBase: () => (/* binding */ compareWithBase),
/* harmony export */   readBase: () => (/* binding */ readBase)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22425);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80272);





const baseSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ findings: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()), bytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()) }));
const most = 20;
const baseOf = ({ images, findings }) => Object.fromEntries(images.map(({ name, bytes }) => [
    name,
    {
        findings: [...new Set(findings.filter(({ image }) => image === name).map(_judge_js__WEBPACK_IMPORTED_MODULE_2__/* .sameKey */ .el))],
        bytes: { ...bytes },
    },
]));
async function readBase(path) {
    if (path === '')
        return undefined;
    const read = baseSchema.safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonIn */ .Yf)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path).catch(() => '')));
    return read.success ? read.data : undefined;
}
function compareWithBase(scanned, base) {
    const { images, findings, failing } = scanned;
    const before = new Map(Object.entries(base ?? {}));
    const isKnown = (finding) => before.get(finding.image)?.findings.includes((0,_judge_js__WEBPACK_IMPORTED_MODULE_2__/* .sameKey */ .el)(finding)) === true;
    const fails = new Set(failing);
    const fresh = (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .distinct */ .dM)(base === undefined ? failing : findings.filter(each => !isKnown(each)));
    const now = baseOf(scanned);
    const solved = [...before].flatMap(([name, { findings: known }]) => now[name] === undefined ? [] : known.filter(key => now[name]?.findings.includes(key) !== true));
    return {
        compared: base !== undefined,
        findings: fresh
            .map(({ finding }) => finding)
            .sort((a, b) => Number(fails.has(b)) - Number(fails.has(a)))
            .slice(0, most)
            .map(finding => {
            const { severity, id, package: name, version, fixed, image } = finding;
            return { severity, id, package: name, version, fixed, image, fails: fails.has(finding) };
        }),
        added: fresh.length,
        solved: solved.length,
        sizes: images.flatMap(({ name: image, bytes }) => Object.entries(bytes).map(([platform, size]) => {
            const old = before.get(image)?.bytes[platform];
            return { image, platform, bytes: size, ...(old === undefined ? {} : { before: old }) };
        })),
    };
}


/***/ })

};
