export const id = 5840;
export const ids = [5840];
export const modules = {

/***/ 25840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signImages: () => (/* binding */ signImages)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48961);
/* harmony import */ var _attach_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46148);
/* harmony import */ var _attached_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4689);
/* harmony import */ var _cosign_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18506);
/* harmony import */ var _legacy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58806);
/* harmony import */ var _predicates_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90927);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72750);








const atOnce = { images: 4, statements: 2 };
async function signImages(options) {
    const { images, attestations, reports, circumstances, registry, report } = options;
    const tasks = [];
    for (const [name, image] of Object.entries(images)) {
        const subject = { name, ...image };
        await requireImage(registry, subject);
        const said = await (0,_statement_js__WEBPACK_IMPORTED_MODULE_6__/* .statementsOf */ .GX)(subject, attestations, reports, circumstances);
        tasks.push({ subject, statements: [(0,_statement_js__WEBPACK_IMPORTED_MODULE_6__/* .statementOf */ .T8)(image, _predicates_js__WEBPACK_IMPORTED_MODULE_5__.predicates.signature, {}), ...said] });
    }
    const signed = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_7__.mapOf)(tasks, atOnce.images, async ({ subject, statements }) => {
        const image = await signImage(options, subject, statements);
        for (const type of image.made)
            report(`${subject.name}: ${type} is signed and attached`);
        for (const type of image.kept)
            report(`${subject.name}: ${type} is already attached`);
        return [subject.name, image];
    });
    return Object.fromEntries(signed);
}
async function signImage(options, subject, statements) {
    const { registry, format } = options;
    const { repository, digest } = subject;
    const types = statements.map(({ type }) => type);
    const there = await (0,_attached_js__WEBPACK_IMPORTED_MODULE_2__/* .readAttached */ .PX)(registry, repository, digest, types);
    const missing = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_7__.mapOf)(statements, atOnce.statements, async (statement) => {
        for (const each of there)
            if (saysTheSame(each, statement, options) && (await options.holds(each, subject)))
                return [];
        return [await signStatement(options, subject, statement)];
    });
    const signed = missing.flat();
    if (format === 'legacy')
        await (0,_attach_js__WEBPACK_IMPORTED_MODULE_1__/* .attachLegacy */ .d)(registry, subject, signed);
    else if (signed.length > 0)
        await (0,_attach_js__WEBPACK_IMPORTED_MODULE_1__/* .attachBundles */ .Z)(registry, subject, signed, new Date().toISOString());
    const made = signed.map(({ type }) => type);
    return { repository, digest, made, kept: types.filter(type => !made.includes(type)) };
}
async function signStatement({ cosign, key, format }, { repository, digest }, { type, text }) {
    const payload = format === 'legacy' && type === _predicates_js__WEBPACK_IMPORTED_MODULE_5__.predicates.signature ? (0,_legacy_js__WEBPACK_IMPORTED_MODULE_4__/* .simplePayload */ .$u)(repository, digest) : undefined;
    const bundle = await (0,_cosign_js__WEBPACK_IMPORTED_MODULE_3__/* .sign */ ._S)(cosign, key, payload === undefined ? { statement: text } : { payload });
    return { type, payload, bundle };
}
function saysTheSame({ format, payload, bundle, claim }, { type, text }, options) {
    if (format !== options.format || claim.type !== type)
        return false;
    if (payload !== undefined)
        return true;
    return Buffer.from(bundle.dsseEnvelope?.payload ?? '', 'base64').toString('utf8') === text;
}
async function requireImage(registry, { name, repository, digest }) {
    if ((await registry.manifest(repository, digest)) !== undefined)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the image "${name}" with the digest ${digest} is not in ${repository}`, 'push it there first, or set `from: candidate` if it is in its candidate repository');
}


/***/ })

};
