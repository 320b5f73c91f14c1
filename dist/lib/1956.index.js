export const id = 1956;
export const ids = [1956];
export const modules = {

/***/ 90178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ RefusedByServer),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   pP: () => (/* binding */ overNetwork),
/* harmony export */   uM: () => (/* binding */ gitIn)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90305);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90501);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25726);








const longest = 120_000;
function gitIn(folder, { url, token, env }) {
    const environment = gitEnvironment(url, token, env);
    return async (args, input = '') => {
        const [command, all] = (0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__/* .dieWithParent */ .f)('git', [...args]);
        const running = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(command, all, {
            cwd: folder,
            env: environment,
            signal: AbortSignal.timeout(longest),
            encoding: 'buffer',
            maxBuffer: Number.POSITIVE_INFINITY,
        });
        running.child.stdin?.on('error', () => undefined).end(input);
        const ended = await running.then(output => ({ code: 0, ...output }), (error) => {
            if (error.name === 'AbortError')
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`git ${args[0]} took longer than 2 minutes`, 'check the Git server, then run the step again');
            if (typeof error.code === 'string')
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`git cannot be started: ${error.message}`, 'install git', { cause: error });
            return { code: error.code ?? 1, stdout: error.stdout, stderr: error.stderr };
        });
        const header = basic(token);
        const stderr = (0,_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_5__.withoutSecrets)(ended.stderr.toString('utf8'), token === '' ? [] : [token, header]);
        return { code: ended.code, stdout: ended.stdout, stderr };
    };
}
const basic = (token) => Buffer.from(`x-access-token:${token}`).toString('base64');
function gitEnvironment(url, token, env) {
    const inherited = Object.entries((0,_toolkit_command_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentForCommands */ .HY)(env)).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|NAMESPACE|OBJECT_DIRECTORY|COMMON_DIR|TRACE.*|CURL_VERBOSE)$/.test(name));
    const settings = [
        ['core.hooksPath', '/dev/null'],
        ['gc.auto', '0'],
        ['maintenance.auto', 'false'],
    ];
    if (token !== '' && /^https?:/.test(url)) {
        settings.push(['credential.helper', '']);
        settings.push([`http.${new URL(url).origin}/.extraHeader`, `Authorization: Basic ${basic(token)}`]);
    }
    const first = Number(env.GIT_CONFIG_COUNT ?? 0) || 0;
    const added = settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${first + index}`, key],
        [`GIT_CONFIG_VALUE_${first + index}`, value],
    ]);
    const who = { name: 'Slipway', email: 'slipway@users.noreply.github.com' };
    return {
        GIT_AUTHOR_NAME: who.name,
        GIT_AUTHOR_EMAIL: who.email,
        GIT_COMMITTER_NAME: who.name,
        GIT_COMMITTER_EMAIL: who.email,
        GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
        ...Object.fromEntries(inherited),
        ...Object.fromEntries(added),
        GIT_CONFIG_COUNT: String(first + settings.length),
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C',
    };
}
const temporary = /could not resolve host|connection (refused|reset|timed out)|operation timed out|early EOF|hung up|error: 5\d\d|HTTP 5\d\d|unexpected disconnect/i;
function overNetwork(git, args) {
    const unfinished = ({ code, stderr }) => code !== 0 && temporary.test(stderr);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .retry */ .L5)({ attempts: 4, delay: count => count * 1000, unfinished }, () => git(args));
}
class RefusedByServer extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo {
}
function refusalOf(url, what, stderr) {
    const line = stderr
        .split('\n')
        .filter(each => /^(fatal|error|remote):|rejected\]/.test(each.trim()))
        .map(each => each.trim())
        .slice(0, 3)
        .join('; ');
    const problem = `${what} ${url} failed: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)(line || stderr.trim()).slice(0, 400)}`;
    if (/protected branch|pre-receive hook declined|GH006|GH013|not allowed to push|hook declined/i.test(stderr))
        return new RefusedByServer(problem, 'allow the account to push to that branch, or write `by: pull-request` in `delivery.gitops`');
    if (/error: 40[13]|Authentication failed|could not read Username|Permission denied|access denied|not found|unauthorized/i.test(stderr))
        return new RefusedByServer(problem, 'set `gitops-token` to a token that may read and write the contents of that repository');
    const Kind = /rejected\]/.test(stderr) ? RefusedByServer : _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo;
    return new Kind(problem, 'correct `delivery.gitops` in slipway.yml, or look at the Git server');
}


/***/ }),

/***/ 71956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitRepository: () => (/* binding */ GitRepository),
/* harmony export */   isRace: () => (/* binding */ isRace),
/* harmony export */   pushAttempts: () => (/* binding */ pushAttempts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25726);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90178);







const pushAttempts = 8;
const largest = 1 << 20;
class GitRepository {
    url;
    branch;
    logRef;
    #git;
    #folder;
    #has = new Set();
    constructor(git, folder, at) {
        this.#git = git;
        this.#folder = folder;
        this.url = at.url;
        this.branch = at.branch;
        this.logRef = at.logRef;
    }
    static async open(at, { token, env }) {
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'slipway-gitops-'));
        const repository = new GitRepository((0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .gitIn */ .uM)(folder, { url: at.url, token, env }), folder, at);
        await repository.#gitOrThrow(['init', '--quiet', '--bare', '.']);
        return repository;
    }
    get branchRef() {
        return `refs/heads/${this.branch}`;
    }
    close() {
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(this.#folder, { recursive: true, force: true });
    }
    async refresh() {
        const said = await (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .overNetwork */ .pP)(this.#git, ['ls-remote', '--', this.url, this.branchRef, this.logRef]);
        if (said.code !== 0)
            throw (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .refusalOf */ .Of)(this.url, 'reading', said.stderr);
        const refs = new Map(said.stdout
            .toString('utf8')
            .split('\n')
            .map((line) => [line.split('\t')[1] ?? '', line.split('\t')[0] ?? '']));
        const head = refs.get(this.branchRef);
        const log = refs.get(this.logRef);
        if (head === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${this.url} has no branch ${this.branch}`, 'create it, or correct `delivery.gitops.branch` in slipway.yml');
        await this.#fetch(log === undefined ? [head] : [head, log]);
        return { head, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ log }) };
    }
    async #fetch(commits) {
        const missing = commits.filter(each => !this.#has.has(each));
        if (missing.length === 0)
            return;
        const args = ['fetch', '--quiet', '--no-tags', '--depth=1', '--', this.url, ...missing];
        const said = await (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .overNetwork */ .pP)(this.#git, args);
        if (said.code !== 0)
            throw (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .refusalOf */ .Of)(this.url, 'fetching from', said.stderr);
        for (const each of missing)
            this.#has.add(each);
    }
    async read(commit, path) {
        const said = await this.#git(['cat-file', 'blob', `${commit}:${path}`]);
        if (said.code !== 0)
            throw this.#missing(path);
        if (said.stdout.length > largest)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} on ${this.branch} is larger than 1 MiB`, 'split it');
        try {
            return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(said.stdout);
        }
        catch (error) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} on ${this.branch} is not UTF-8 text`, 'save it as UTF-8', {
                cause: error,
            });
        }
    }
    async #modeOf(commit, path) {
        const { stdout } = await this.#gitOrThrow(['ls-tree', '-z', commit, '--', path]);
        const [, mode] = /^(\d+) /.exec(stdout.toString('utf8')) ?? [];
        if (mode === undefined)
            throw this.#missing(path);
        if (mode.startsWith('100'))
            return mode;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} on ${this.branch} is not a file`, 'list the file itself in `delivery.gitops.files`');
    }
    #missing = (path) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`branch ${this.branch} of ${this.url} has no file ${path}`, 'add it, or correct `delivery.gitops.files` in slipway.yml');
    async commit(parent, files, message) {
        await this.#gitOrThrow(['read-tree', parent]);
        for (const [path, text] of files) {
            const mode = await this.#modeOf(parent, path);
            const blob = await this.#write(text);
            await this.#gitOrThrow(['update-index', '--cacheinfo', `${mode},${blob},${path}`]);
        }
        return this.#commitTree(await this.#line(['write-tree']), parent, message);
    }
    async commitAlone(parent, { name, text }, message) {
        const blob = await this.#write(text);
        const tree = await this.#line(['mktree'], `100644 blob ${blob}\t${name}\n`);
        return this.#commitTree(tree, parent, message);
    }
    #write = (text) => this.#line(['hash-object', '-w', '--stdin'], text);
    async #commitTree(tree, parent, message) {
        const parents = parent === undefined ? [] : ['-p', parent];
        const commit = await this.#line(['commit-tree', tree, ...parents, '-F', '-'], message);
        this.#has.add(commit);
        return commit;
    }
    async push(updates, from) {
        const refs = updates.map(({ ref, to }) => `${to}:${ref}`);
        for (let attempt = 1;; attempt += 1) {
            const said = await (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .overNetwork */ .pP)(this.#git, ['push', '--porcelain', '--atomic', '--', this.url, ...refs]);
            if (said.code === 0)
                return true;
            const all = `${said.stdout.toString('utf8')}\n${said.stderr}`;
            if (!isRace(all))
                throw (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .refusalOf */ .Of)(this.url, 'pushing to', all);
            const now = await this.refresh();
            if (now.head !== from.head || now.log !== from.log)
                return false;
            if (attempt === pushAttempts)
                throw (0,_git_js__WEBPACK_IMPORTED_MODULE_5__/* .refusalOf */ .Of)(this.url, 'pushing to', all);
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .pause */ .v7)(500);
        }
    }
    async #line(args, input) {
        return (await this.#gitOrThrow(args, input)).stdout.toString('utf8').trim();
    }
    async #gitOrThrow(args, input) {
        const said = await this.#git(args, input);
        if (said.code !== 0)
            throw new Error(`git ${args[0]} failed: ${said.stderr.trim()}`);
        return said;
    }
}
function isRace(output) {
    const reasons = [...output.matchAll(/\[(remote )?rejected\] \(([^)]*)\)?/g)].map(([, , why = '']) => why);
    const moved = /fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|incorrect old value|shallow update not allowed/;
    const follows = /atomic (push|transaction) fail|atomic transaction aborted/;
    const says = reasons.some(why => moved.test(why)) || /is at [0-9a-f]+ but expected/.test(output);
    return says && reasons.every(why => moved.test(why) || follows.test(why));
}


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
