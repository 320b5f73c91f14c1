export const id = 748;
export const ids = [748];
export const modules = {

/***/ 80748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readGit: () => (/* binding */ readGit),
  Ie: () => (/* binding */ readGitHubEvent),
  vz: () => (/* binding */ sourceOf)
});

// UNUSED EXPORTS: gitOfGitHub

// EXTERNAL MODULE: ./.build/js/src/toolkit/ci.js
var ci = __webpack_require__(44998);
// EXTERNAL MODULE: ./.build/js/src/toolkit/git.js
var toolkit_git = __webpack_require__(72652);
// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/image/pipelines.js

function gitOfGitLab(env) {
    return (0,map/* defined */.sw)({
        ref: refOf({
            tag: env.CI_COMMIT_TAG,
            request: env.CI_MERGE_REQUEST_IID,
            base: env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME,
            branch: env.CI_COMMIT_BRANCH,
        }),
        revision: env.CI_COMMIT_SHA || undefined,
        source: env.CI_PROJECT_URL || undefined,
        defaultBranch: env.CI_DEFAULT_BRANCH || undefined,
        scheduled: env.CI_PIPELINE_SOURCE === 'schedule' || undefined,
    });
}
function gitOfJenkins(env, sourceOf) {
    const { BRANCH_NAME } = env;
    return (0,map/* defined */.sw)({
        ref: refOf({
            tag: env.TAG_NAME,
            request: env.CHANGE_ID,
            base: env.CHANGE_TARGET,
            branch: BRANCH_NAME || env.GIT_BRANCH?.replace(/^origin\//, ''),
        }),
        revision: env.GIT_COMMIT || undefined,
        source: sourceOf(env.GIT_URL ?? ''),
        defaultBranch: (env.BRANCH_IS_PRIMARY === 'true' && BRANCH_NAME) || undefined,
    });
}
function refOf({ tag, request, base, branch, }) {
    if (request) {
        const number = Number(request);
        if (!Number.isSafeInteger(number))
            return undefined;
        return { kind: 'pull-request', number, ...(base ? { base } : {}) };
    }
    if (tag)
        return { kind: 'tag', name: tag };
    return branch ? { kind: 'branch', name: branch } : undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/image/git.js





async function readGit(env, folder) {
    const git = async (...args) => (await (0,toolkit_git/* askGit */.g)(folder, args, 10_000))?.trim() ?? '';
    const known = await gitOf(env, git);
    const time = seconds(env.SOURCE_DATE_EPOCH) ?? seconds(await git('log', '-1', '--format=%ct', 'HEAD'));
    return { ...known, ...(0,map/* defined */.sw)({ time }) };
}
async function gitOf(env, git) {
    if (env.GITHUB_REF !== undefined)
        return gitOfGitHub(env, await readGitHubEvent(env));
    switch ((0,ci/* ciOf */.s)(env)) {
        case 'gitlab':
            return gitOfGitLab(env);
        case 'jenkins':
            return gitOfJenkins(env, sourceOf);
        default:
            return gitOfFolder(git);
    }
}
function gitOfGitHub(env, event) {
    const { GITHUB_REF = '', GITHUB_SHA, GITHUB_EVENT_NAME } = env;
    if (event.earlierPull !== undefined) {
        const { number, base, revision } = event.earlierPull;
        const ref = number === undefined ? undefined : { kind: 'pull-request', number, ...(0,map/* defined */.sw)({ base }) };
        return (0,map/* defined */.sw)({ ref, revision, source: sourceOfGitHub(env), defaultBranch: event.defaultBranch });
    }
    const base = env.GITHUB_BASE_REF ? { base: env.GITHUB_BASE_REF } : {};
    const pull = /^refs\/pull\/(\d+)\//.exec(GITHUB_REF)?.[1];
    const number = pull === undefined ? event.number : Number(pull);
    const named = /^refs\/(heads|tags)\/(.+)$/.exec(GITHUB_REF);
    let ref;
    if (number !== undefined && (pull !== undefined || GITHUB_EVENT_NAME === 'pull_request_target'))
        ref = { kind: 'pull-request', number, ...base };
    else if (named?.[2] !== undefined)
        ref = { kind: named[1] === 'tags' ? 'tag' : 'branch', name: named[2] };
    return (0,map/* defined */.sw)({
        ref,
        revision: GITHUB_SHA || undefined,
        source: sourceOfGitHub(env),
        defaultBranch: event.defaultBranch,
        scheduled: GITHUB_EVENT_NAME === 'schedule' || undefined,
    });
}
const sourceOfGitHub = ({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }) => GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined;
async function readGitHubEvent(env) {
    const { number, repository, workflow_run: earlier } = await (0,github/* workflowEvent */.kH)(env);
    const branch = (0,map/* isMap */.jh)(repository) ? repository.default_branch : undefined;
    return (0,map/* defined */.sw)({
        earlierPull: (0,map/* isMap */.jh)(earlier) && /^pull_request/.test(String(earlier.event)) ? earlierPullOf(earlier) : undefined,
        number: typeof number === 'number' ? number : undefined,
        defaultBranch: typeof branch === 'string' && branch !== '' ? branch : undefined,
    });
}
function earlierPullOf({ head_sha: revision, pull_requests: pulls }) {
    const pull = Array.isArray(pulls) ? pulls[0] : undefined;
    const base = (0,map/* isMap */.jh)(pull) && (0,map/* isMap */.jh)(pull.base) ? pull.base.ref : undefined;
    return (0,map/* defined */.sw)({
        number: (0,map/* isMap */.jh)(pull) && typeof pull.number === 'number' ? pull.number : undefined,
        base: typeof base === 'string' ? base : undefined,
        revision: typeof revision === 'string' ? revision : undefined,
    });
}
async function gitOfFolder(git) {
    const [revision, tag, branch, remote] = await Promise.all([
        git('rev-parse', 'HEAD'),
        git('describe', '--exact-match', '--tags', 'HEAD'),
        git('symbolic-ref', '--short', 'HEAD'),
        git('remote', 'get-url', 'origin'),
    ]);
    const name = branch || tag;
    return (0,map/* defined */.sw)({
        ref: name === '' ? undefined : { kind: branch === '' ? 'tag' : 'branch', name },
        revision: revision || undefined,
        source: sourceOf(remote),
    });
}
function sourceOf(remote) {
    const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)(?::\d+\/|[:/])(.+?)(?:\.git)?$/.exec(remote);
    if (ssh !== null)
        return `https://${ssh[1]}/${ssh[2]}`;
    if (!/^https?:\/\//.test(remote) || !URL.canParse(remote))
        return undefined;
    const { protocol, host, pathname } = new URL(remote);
    return `${protocol}//${host}${pathname.replace(/\.git$/, '')}`;
}
function seconds(text) {
    return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
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

/***/ 72652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ commitOf),
/* harmony export */   g: () => (/* binding */ askGit)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72315);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16428);


async function askGit(folder, args, timeout) {
    const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(timeout) };
    const answer = await (0,_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runForOutput */ .kr)(['git', ...args], options).catch(() => undefined);
    return answer?.code === 0 ? answer.stdout : undefined;
}
const longest = 60_000;
async function commitOf(folder, revision) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(longest) };
    const { code, stdout, stderr } = await (0,_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runForOutput */ .kr)(['git', ...args], options);
    if (code === 0)
        return { commit: stdout.trim() };
    return { why: (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(stderr.trim() || `there is no commit ${revision}`) };
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
