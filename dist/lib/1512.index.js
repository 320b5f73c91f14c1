export const id = 1512;
export const ids = [1512];
export const modules = {

/***/ 81512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStep: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(46058);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
// EXTERNAL MODULE: ./.build/js/src/toolkit/runner.js
var runner = __webpack_require__(2108);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/folded-log.js




const most = 40;
class FoldedLog {
    #title;
    #say;
    #lines = 0;
    #last = '';
    #group = 'none';
    constructor(name, say) {
        this.#title = `More of ${name}`;
        this.#say = say;
    }
    report(text) {
        this.#last = (0,printable/* logLine */.BP)(text);
        this.#lines += 1;
        if (this.#group === 'none' && this.#lines > most) {
            (0,core/* startGroup */.Oh)(this.#title);
            this.#group = 'progress';
        }
        this.#say(this.#last);
    }
    unfold() {
        if (this.#group !== 'progress')
            return;
        (0,core/* endGroup */.N4)();
        this.#group = 'none';
    }
    end() {
        if (this.#group !== 'progress')
            return;
        this.unfold();
        this.#say(this.#last);
    }
    async quote(title, work) {
        const { stop, resume } = (0,runner/* commandsOff */.Ul)((0,external_node_crypto_.randomUUID)());
        this.unfold();
        this.#group = 'quoted';
        (0,core/* startGroup */.Oh)((0,printable/* printable */.g$)(title));
        this.#say(stop);
        try {
            return await work(line => this.#say((0,printable/* oneLine */.TN)(line)));
        }
        finally {
            this.#say(resume);
            (0,core/* endGroup */.N4)();
            this.#group = 'none';
        }
    }
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/uncaught-errors.js
var uncaught_errors = __webpack_require__(54169);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/actions.js







async function runStep(action) {
    const { env } = process;
    const log = new FoldedLog(action.name, line => void process.stdout.write(`${line}\n`));
    const hostOf = (uncaught) => ({
        report: line => log.report(line),
        output: (name, value) => core/* setOutput */.uH(name, value.toWellFormed()),
        summary: runner/* addSummary */.S0,
        quote: (title, work) => log.quote(title, work),
        annotate: (level, { message, title, file, line }) => {
            log.unfold();
            const place = (0,map/* defined */.sw)({ file, startLine: line, title: title && (0,printable/* printable */.g$)(title) });
            (level === 'error' ? core/* error */.z3 : core/* warning */.$e)((0,printable/* printable */.g$)(message), place);
        },
        setSecret: core/* setSecret */.Pq,
        log: 1,
        env,
        cancellation: (0,uncaught_errors/* anySignal */.JG)(uncaught, host/* cancellationOfProcess */.C0),
    });
    const inputs = () => (0,host/* completeInputs */.h5)(action, name => core/* getInput */.V4(name));
    const onUncaught = (text) => {
        log.unfold();
        core/* error */.z3(text.split('\n').map(printable/* printable */.g$).join('\n'), { title: action.name });
    };
    try {
        const well = await (0,uncaught_errors/* despiteUncaughtErrors */.h9)(onUncaught, uncaught => (0,host/* perform */.y9)(action, inputs, hostOf(uncaught)));
        log.end();
        if (!well)
            process.exitCode = 1;
    }
    catch (error) {
        log.unfold();
        core/* error */.z3((0,host/* reasonOf */.A3)(error), { title: action.name });
        process.exitCode = 1;
    }
}


/***/ }),

/***/ 2108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ addArtifacts),
/* harmony export */   S0: () => (/* binding */ addSummary),
/* harmony export */   Ul: () => (/* binding */ commandsOff),
/* harmony export */   _Q: () => (/* binding */ fitting)
/* harmony export */ });
/* unused harmony export largestSummary */
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
function fitting(text, bytes, note = '\n\nThe summary was cut here, because GitHub shows at most 1 MiB. The log has the rest.\n') {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const head = Buffer.from(text).subarray(0, Math.max(0, bytes - note.length));
    const whole = head.toString('utf8', 0, head.lastIndexOf('\n') + 1);
    return note.length <= bytes ? `${whole}${note}` : '';
}
function commandsOff(token) {
    return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
}


/***/ })

};
