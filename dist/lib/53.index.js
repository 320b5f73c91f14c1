export const id = 53;
export const ids = [53,4377];
export const modules = {

/***/ 49013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkWorkingTree: () => (/* binding */ checkWorkingTree),
/* harmony export */   placeOf: () => (/* binding */ placeOf),
/* harmony export */   requireNews: () => (/* binding */ requireNews)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _image_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80748);
/* harmony import */ var _toolkit_ci_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(44998);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_github_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6849);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85280);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16428);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50886);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58440);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(76382);











async function placeOf({ repository }, { folder, token, env }) {
    const url = (0,_toolkit_ci_js__WEBPACK_IMPORTED_MODULE_10__/* .ciOf */ .s)(env) === undefined ? await remoteOf(folder, env) : (await (0,_image_git_js__WEBPACK_IMPORTED_MODULE_2__.readGit)(env, folder)).source;
    if (repository !== undefined)
        return { url: repository, token, own: plain(repository) === plain(url) };
    if (url === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('the repository of slipway.yml has no address', 'set `delivery.gitops.repository` in slipway.yml');
    return { url, token: token || env.SLIPWAY_JOB_TOKEN || env.GITHUB_TOKEN || '', own: true };
}
const plain = (address = '') => ((0,_image_git_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceOf */ .vz)(address) ?? address).replace(/(\.git)?\/?$/, '').toLowerCase();
async function requireNews(env) {
    if (!(0,_log_js__WEBPACK_IMPORTED_MODULE_8__.bringsOnlyReleases)((await (0,_toolkit_github_js__WEBPACK_IMPORTED_MODULE_4__/* .workflowEvent */ .kH)(env)).commits))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('the commit of a release has started this run, and another release would start the next one, without end', 'take `delivery.gitops.files` out of the triggers of the workflow (docs/gitops.md#files-in-the-repository-of-slipwayyml)');
}
async function remoteOf(folder, env) {
    const { code, stdout } = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_6__/* .runForOutput */ .kr)(['git', 'remote', 'get-url', 'origin'], { cwd: folder, env });
    const remote = stdout.trim();
    if (code !== 0 || remote === '')
        return undefined;
    return /^https?:/.test(remote) ? (0,_image_git_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceOf */ .vz)(remote) : remote;
}
async function checkWorkingTree(folder, gitops, images) {
    if (gitops.repository !== undefined)
        return undefined;
    const root = rootOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder));
    const read = gitops.files.map(async (file) => {
        const path = (0,_edit_js__WEBPACK_IMPORTED_MODULE_7__/* .pathOfFile */ .d8)(file);
        const remedy = 'correct `delivery.gitops.files` in slipway.yml: its paths start at the root of the repository';
        return [path, await (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readNamed */ .M)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), remedy)];
    });
    return [...(0,_session_js__WEBPACK_IMPORTED_MODULE_9__.changedBy)(new Map(await Promise.all(read)), gitops.files, images).keys()];
}
function rootOf(folder) {
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, '.git')))
            return at;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) === at)
            return folder;
    }
}


/***/ }),

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

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
