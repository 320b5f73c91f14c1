export const id = 9248;
export const ids = [9248];
export const modules = {

/***/ 59248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withServices: () => (/* binding */ withServices)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90305);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);





const longest = 120;
async function withServices(file, { env, folder, quote, signal }, use) {
    if (file === undefined)
        return use();
    if ((0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_1__/* .findOnPath */ .a)('docker') === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the services of ${file} cannot be started: docker is not on the PATH`, 'use a runner with docker, or remove `test.services` and start them in an earlier step');
    const project = `slipway-test-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`;
    const options = { env: (0,_toolkit_command_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentForCommands */ .HY)(env), cwd: folder };
    const compose = (title, args, stopping) => quote(title, print => (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__/* .runProgram */ .mB)(['docker', 'compose', '--file', file, '--project-name', project, ...args], {
        ...options,
        print,
        ...(stopping === undefined ? {} : { signal: stopping }),
    }));
    try {
        const up = ['up', '--detach', '--wait', '--wait-timeout', String(longest)];
        if ((await compose(`Start ${file}`, up, signal)) === 0)
            return await use();
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
        await compose(`Log of ${file}`, ['logs', '--no-color', '--tail', '100'], signal);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the services of the tests in ${file} did not start, or were not healthy after ${longest} s`, 'read their log above, and correct the file; log in to the registry of private images in an earlier step');
    }
    finally {
        await compose(`Remove ${file}`, ['down', '--volumes', '--remove-orphans', '--timeout', '5']);
    }
}


/***/ }),

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kr: () => (/* binding */ runForOutput),
/* harmony export */   mB: () => (/* binding */ runProgram),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53053);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41955);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83402);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);







const grace = 5_000;
async function runProgram([program, ...args], { env, cwd, input, signal, print }) {
    if (signal?.aborted)
        return undefined;
    const launch = `echo $$; exec "$@"${input === undefined ? ' < /dev/null' : ''}`;
    const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_5__/* .dieWithParent */ .f)('/bin/sh', ['-c', launch, 'sh', program, ...args]);
    let child;
    let last;
    const kill = (name) => {
        try {
            if (child !== undefined)
                process.kill(child, name);
        }
        catch {
        }
    };
    const stop = () => {
        kill('SIGINT');
        last ??= setTimeout(() => kill('SIGKILL'), grace);
    };
    const stdout = new Lines(line => {
        if (child !== undefined)
            return print(line, 'stdout');
        child = Number(line);
        if (signal?.aborted)
            stop();
    });
    const stderr = new Lines(line => print(line, 'stderr'));
    signal?.addEventListener('abort', stop, { once: true });
    try {
        const code = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_4__/* .exec */ .m)(command, all, {
            env: (0,_map_js__WEBPACK_IMPORTED_MODULE_6__/* .textMap */ .sP)(env),
            ...(cwd === undefined ? {} : { cwd }),
            ...(input === undefined ? {} : { input: Buffer.from(input) }),
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdout: data => stdout.write(data), stderr: data => stderr.write(data) },
        });
        return code ?? undefined;
    }
    finally {
        clearTimeout(last);
        signal?.removeEventListener('abort', stop);
        await Promise.all([stdout.end(), stderr.end()]);
    }
}
(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)('child_process', message => {
    const { process: child } = message;
    child.once('spawn', () => child.stdin?.on('error', () => undefined));
});
class Lines {
    #bytes = new node_stream__WEBPACK_IMPORTED_MODULE_3__.PassThrough();
    #closed;
    constructor(print) {
        const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: this.#bytes, crlfDelay: Number.POSITIVE_INFINITY });
        lines.on('line', print);
        this.#closed = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(lines, 'close');
    }
    write(data) {
        this.#bytes.write(data);
    }
    async end() {
        this.#bytes.end();
        await this.#closed;
    }
}
const endingOf = (code) => code === undefined ? 'was killed by a signal' : `exited with code ${code}`;
async function runForOutput(program, { heard, ...options }) {
    const said = { stdout: [], stderr: [] };
    const code = await runProgram(program, {
        ...options,
        print: (line, stream) => {
            said[stream].push(line);
            if (stream === 'stdout')
                heard?.(line);
        },
    });
    return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}


/***/ })

};
