export const id = 8279;
export const ids = [8279];
export const modules = {

/***/ 8279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runStep: () => (/* binding */ runStep)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46058);
/* harmony import */ var _accident_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48423);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80986);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72315);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2108);






async function runStep(action) {
    const { env } = process;
    const say = (line) => void process.stdout.write(`${line}\n`);
    const hostOf = (accident) => ({
        report: line => say((0,_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g)(line)),
        output: (name, value) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH(name, value.toWellFormed()),
        summary: _runner_js__WEBPACK_IMPORTED_MODULE_4__/* .addSummary */ .S0,
        quote: async (title, work) => {
            const { stop, resume } = (0,_runner_js__WEBPACK_IMPORTED_MODULE_4__/* .commandsOff */ .Ul)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh((0,_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g)(title));
            say(stop);
            try {
                return await work(line => say((0,_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .T)(line)));
            }
            finally {
                say(resume);
                _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4();
            }
        },
        annotate: (level, { message, title, file, line }) => (level === 'error' ? _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3 : _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)((0,_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g)(message), {
            ...(file === undefined ? {} : { file }),
            ...(line === undefined ? {} : { startLine: line }),
            ...(title === undefined ? {} : { title: (0,_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g)(title) }),
        }),
        mask: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setSecret */ .Pq,
        log: 1,
        env,
        cancellation: (0,_accident_js__WEBPACK_IMPORTED_MODULE_2__/* .eitherOf */ .BU)(accident, _host_js__WEBPACK_IMPORTED_MODULE_3__/* .cancellationOfProcess */ .C0),
    });
    const inputs = () => (0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .completeInputs */ .h5)(action, name => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4(name));
    const accidental = (text) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3(text.split('\n').map(_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g).join('\n'));
    try {
        const well = await (0,_accident_js__WEBPACK_IMPORTED_MODULE_2__/* .amidAccidents */ .Ar)(accidental, accident => (0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .perform */ .y9)(action, inputs, hostOf(accident)));
        if (!well)
            process.exitCode = 1;
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setFailed */ .C1((0,_host_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(error));
    }
}


/***/ }),

/***/ 2108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ addArtifacts),
/* harmony export */   S0: () => (/* binding */ addSummary),
/* harmony export */   Ul: () => (/* binding */ commandsOff)
/* harmony export */ });
/* unused harmony exports largestSummary, fitting */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46058);


const largestSummary = 1024 * 1024;
function addArtifacts(env, references) {
    if (!env.GITHUB_ARTIFACTS)
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(env.GITHUB_ARTIFACTS, references.map(reference => `oci://${reference}\n`).join(''));
}
async function addSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const used = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.size ?? 0;
    await _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(fitting(`${markdown}\n`, largestSummary - used)).write();
}
function fitting(text, bytes) {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const note = '\n\nThe summary was cut here, because GitHub shows at most 1 MiB. The log has the rest.\n';
    const head = Buffer.from(text).subarray(0, Math.max(0, bytes - note.length));
    const whole = head.toString('utf8', 0, head.lastIndexOf('\n') + 1);
    return note.length <= bytes ? `${whole}${note}` : '';
}
function commandsOff(token) {
    return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
}


/***/ })

};
