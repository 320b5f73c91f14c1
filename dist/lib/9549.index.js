export const id = 9549;
export const ids = [9549];
export const modules = {

/***/ 69549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ runDrillCommand),
/* harmony export */   drillCommandsOf: () => (/* binding */ drillCommandsOf)
/* harmony export */ });
/* harmony import */ var _toolkit_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90305);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16428);




function commandEnvironment(context) {
    const { namespace, runId, victim, scratch } = context;
    const { pod, node, zone } = victim;
    return {
        SLIPWAY_DRILL_RUN: runId,
        SLIPWAY_DRILL_NAMESPACE: namespace,
        SLIPWAY_DRILL_POD: pod,
        SLIPWAY_DRILL_NODE: node,
        ...(zone === undefined ? {} : { SLIPWAY_DRILL_ZONE: zone }),
        ...(scratch === undefined ? {} : { SLIPWAY_DRILL_SCRATCH: scratch }),
    };
}
async function runDrillCommand(program, context, signal, more = {}) {
    const [name] = program;
    const code = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_2__/* .runProgram */ .mB)(program, {
        env: { ...(0,_toolkit_command_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentForCommands */ .HY)(context.env), ...commandEnvironment(context), ...more },
        cwd: context.folder,
        ...(signal && { signal }),
        print: line => context.report(`${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(name)}: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(line)}`),
    }).catch(cause => {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(name)} could not be started`, 'check that it exists and is executable, from the folder of slipway.yml', { cause });
    });
    if (code !== 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(name)} ${(0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_2__/* .endingOf */ .z6)(code)}`, 'read its output in the log above');
}
const drillCommandsOf = ({ inject, cutover }) => ({
    ...inject,
    ...(cutover === undefined ? {} : { cutover }),
});


/***/ }),

/***/ 90305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ runLogged),
/* harmony export */   HY: () => (/* binding */ environmentForCommands)
/* harmony export */ });
/* unused harmony exports runCommand, commandGuard */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2108);






const watched = '{ trap "" INT TERM; read -r -u 3 _; kill -KILL 0; } & exec bash --noprofile --norc -eo pipefail -c "$1" 3<&-';
async function runCommand(options) {
    const { run, folder, env, log, signal } = options;
    const { terminate, kill } = options.patience ?? { terminate: 3000, kill: 5000 };
    const bash = (0,_child_js__WEBPACK_IMPORTED_MODULE_3__/* .findOnPath */ .a)('bash');
    if (bash === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('there is no bash on the PATH', 'install bash');
    if (signal.aborted)
        return { kind: 'cancelled' };
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(bash, ['--noprofile', '--norc', '-c', watched, 'bash', run], {
        cwd: folder,
        env,
        detached: true,
        stdio: ['ignore', log, log, 'pipe'],
    });
    const send = (name) => {
        try {
            if (child.pid !== undefined)
                process.kill(-child.pid, name);
        }
        catch {
        }
    };
    const timers = [];
    const end = () => {
        send('SIGINT');
        timers.push(setTimeout(() => send('SIGTERM'), terminate), setTimeout(() => send('SIGKILL'), kill));
    };
    signal.addEventListener('abort', end, { once: true });
    try {
        const [code, name] = await new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('exit', (...how) => resolve(how));
        });
        if (signal.aborted)
            return { kind: 'cancelled' };
        return code === null ? { kind: 'signal', name: name ?? 'a signal' } : { kind: 'exit', code };
    }
    finally {
        signal.removeEventListener('abort', end);
        for (const timer of timers)
            clearTimeout(timer);
        send('SIGKILL');
        child.stdio[3]?.destroy();
    }
}
const ofTheRunner = /^(GITHUB_(OUTPUT|ENV|PATH|STATE|ARTIFACTS)|ACTIONS_.*|INPUT_.*|SLIPWAY_JOB_TOKEN)$/;
function environmentForCommands(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !ofTheRunner.test(name)));
}
function commandGuard(token, group) {
    const { stop, resume } = (0,_runner_js__WEBPACK_IMPORTED_MODULE_5__/* .commandsOff */ .Ul)(token);
    const [start, end] = group === undefined ? ['', ''] : [`::group::${group}\n`, '::endgroup::\n'];
    return { before: `${start}${stop}\n`, after: `\n${resume}\n${end}` };
}
async function runLogged({ report, group, ...command }) {
    const { run, folder, env, log } = command;
    report(`running in ${folder}: ${run.trim().split('\n')[0] ?? ''}${run.trim().includes('\n') ? ' …' : ''}`);
    const guard = env.GITHUB_ACTIONS === 'true' ? commandGuard((0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomUUID)(), group) : { before: '', after: '' };
    say(log, guard.before);
    try {
        return await runCommand({ ...command, env: environmentForCommands(env) });
    }
    finally {
        say(log, guard.after);
    }
}
function say(log, text) {
    for (;;) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.writeSync)(log, text);
            return;
        }
        catch (error) {
            if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN'))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        }
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
