export const id = 1702;
export const ids = [1702,3697,6078,2694];
export const modules = {

/***/ 32694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signingKey: () => (/* binding */ signingKey)
/* harmony export */ });
/* unused harmony exports publicityProblem, reachesEverybody */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_github_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6849);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85280);
/* harmony import */ var _verify_images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(89159);







async function signingKey(options) {
    const { signing, root, env } = options;
    const services = await servicesOf(options);
    const written = services === undefined ? '' : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(services.config, 'utf8');
    const reaches = services === undefined || reachesEverybody(written);
    const problem = publicityProblem(signing, reaches, await visibilityOf(env));
    if (problem !== undefined)
        throw problem;
    const unset = (name) => unsetKey(name, env);
    const key = signing.key && (await (0,_verify_images_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveKey */ .oO)(signing.key, { root, env }, unset, findKey));
    if (key === undefined) {
        requireIdentity(env);
        if (services !== undefined)
            requireTime(written);
    }
    const variable = (0,_verify_images_js__WEBPACK_IMPORTED_MODULE_5__/* .variableOf */ .Qn)(key ?? '');
    const secrets = [env.COSIGN_PASSWORD, variable === undefined ? undefined : env[variable]];
    return {
        key,
        services,
        env: { ...withoutInputs(env), COSIGN_PASSWORD: env.COSIGN_PASSWORD ?? '' },
        secrets: secrets.flatMap(secret => secret ?? []),
    };
}
function publicityProblem({ key, 'public-log': allowed }, reaches, visibility) {
    if (!reaches || allowed === true)
        return undefined;
    if (allowed === undefined && key === undefined && visibility === 'public')
        return undefined;
    const other = 'or name your own `key` or `services` in `signing`';
    if (allowed === false)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${key === undefined ? 'keyless signing' : 'signing'} writes to the public transparency log of Sigstore, but \`signing.public-log\` is false`, `allow it, ${other}`);
    const whose = visibility === 'private'
        ? 'this repository is private'
        : 'it is not known whether this repository is public';
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`signing would publish the names of the repository and the image in the public transparency log of Sigstore, and ${whose}`, `set \`public-log: true\` in \`signing\` if the names may be public, ${other}`);
}
function reachesEverybody(config) {
    const urls = [...config.matchAll(/"url"\s*:\s*"([^"]*)"/g)].map(([, url = '']) => url);
    return urls.some(url => !URL.canParse(url) || /(^|\.)sigstore\.dev$/i.test(new URL(url).hostname));
}
async function visibilityOf(env) {
    if (env.GITHUB_ACTIONS !== 'true')
        return 'unknown';
    const { repository } = await (0,_toolkit_github_js__WEBPACK_IMPORTED_MODULE_3__/* .workflowEvent */ .kH)(env);
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(repository) || typeof repository.private !== 'boolean')
        return 'unknown';
    const open = !repository.private && (repository.visibility ?? 'public') === 'public';
    return open && env.GITHUB_SERVER_URL === 'https://github.com' ? 'public' : 'private';
}
async function servicesOf(options) {
    const { signing, trustedRoot, root, folder } = options;
    if (signing.services !== undefined) {
        const config = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, signing.services);
        await (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamed */ .M)(config, (0,_verify_images_js__WEBPACK_IMPORTED_MODULE_5__/* .correct */ .d4)('signing.services'));
        return { config, root: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, trustedRoot ?? '') };
    }
    if (signing.key === undefined || signing['public-log'] === true)
        return undefined;
    const none = { config: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'no-services.json'), root: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'no-root.json') };
    const kind = 'application/vnd.dev.sigstore';
    const config = { mediaType: `${kind}.signingconfig.v0.2+json`, rekorTlogConfig: {}, tsaConfig: {} };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(none.config, JSON.stringify(config));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(none.root, JSON.stringify({ mediaType: `${kind}.trustedroot+json;version=0.1` }));
    return none;
}
const unsetKey = (variable, env) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the key comes from ${variable}, which is ${env[variable] === '' ? 'empty' : 'not set'}`, `set ${variable} in the \`env\` of this step; runs for forks get no secrets, and runs for Dependabot only Dependabot secrets`);
const findKey = (file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(file).catch((error) => {
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the key ${file} of \`signing.key\` does not exist`, 'write it there in an earlier step, or name a variable that contains it with `env://`', { cause: error });
});
function requireTime(config) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonMap */ .vM)(config);
    const has = (name) => Array.isArray(value?.[name]) && value[name].length > 0;
    if (has('tsaUrls') || has('rekorTlogUrls'))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the services of `signing` do not prove when something was signed, so a signature is worthless once its certificate has expired', 'add a timestamp authority or a transparency log to the file that `signing.services` names');
}
function requireIdentity(env) {
    if (env.ACTIONS_ID_TOKEN_REQUEST_URL || env.SIGSTORE_ID_TOKEN)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('keyless signing needs an OIDC token with the identity of this run, but there is none', env.GITHUB_ACTIONS === 'true'
        ? 'grant the job `id-token: write`'
        : 'set one with the audience sigstore in SIGSTORE_ID_TOKEN, or name a key in `signing.key`');
}
function withoutInputs(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
}


/***/ }),

/***/ 83402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findOnPath),
/* harmony export */   f: () => (/* binding */ dieWithParent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function findOnPath(name) {
    return (process.env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(isProgram);
}
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function dieWithParent(command, args) {
    const setpriv = findOnPath('setpriv');
    if (setpriv === undefined || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(setpriv)) !== 'setpriv')
        return [command, args];
    return [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}


/***/ }),

/***/ 24297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ variableIn),
/* harmony export */   m: () => (/* binding */ networkEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
const names = new Set([
    ...['PATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'],
    ...proxies,
    ...proxies.map(name => name.toLowerCase()),
]);
function networkEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => names.has(name)));
}
function variableIn(name, env) {
    const value = env[name]?.trim() ?? '';
    const path = env[`${name}_FILE`] ?? '';
    if (value !== '' || path === '')
        return value;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').trim();
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 94826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ withFolder),
/* harmony export */   l: () => (/* binding */ newFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const newFolder = ({ RUNNER_TEMP }, name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `slipway-${name}-`));
async function withFolder(env, name, use) {
    const folder = await newFolder(env, name);
    try {
        return await use(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
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
