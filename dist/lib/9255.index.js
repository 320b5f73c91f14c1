export const id = 9255;
export const ids = [9255];
export const modules = {

/***/ 79255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  changedAction: () => (/* binding */ changedAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./.build/js/src/policy/patterns.js
var patterns = __webpack_require__(76001);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/changes/applications.js



function changesOf(applications, files) {
    return applications.map(application => {
        if (files === undefined)
            return { ...application, changed: true };
        const file = files.find(each => concerns(application, each));
        return { ...application, changed: file !== undefined, file };
    });
}
function concerns({ config, paths = [folderOf(config)] }, file) {
    if (file === config)
        return true;
    const last = paths.findLast(pattern => (0,patterns/* matchesPath */.$h)(pattern.replace(/^!/, ''), file));
    return last !== undefined && !last.startsWith('!');
}
const folderOf = (config) => ((0,posix_.dirname)(config) === '.' ? '**' : (0,posix_.dirname)(config));
function requireDistinct(applications) {
    const known = new Map();
    for (const { app, config } of applications) {
        const other = known.get(app);
        if (other !== undefined)
            throw new errors/* UserError */.yo(`${other} and ${config} both name their application "${app}"`, 'give each application its own `app`, because objects in the cluster are named after it');
        known.set(app, config);
    }
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/ci.js
var ci = __webpack_require__(44998);
// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/git.js
var toolkit_git = __webpack_require__(72652);
// EXTERNAL MODULE: ./.build/js/src/toolkit/program.js
var program = __webpack_require__(16428);
;// CONCATENATED MODULE: ./.build/js/src/changes/git.js



const longest = 60_000;
async function changesSince(folder, revision) {
    const git = (...args) => (0,toolkit_git/* askGit */.g)(folder, args, longest);
    const prefix = await git('rev-parse', '--show-prefix');
    if (prefix?.trim() !== '')
        throw new errors/* UserError */.yo(prefix === undefined
            ? 'the current folder is not in a Git repository'
            : `the current folder is ${prefix.trim()} of the repository, and not its root`, 'check the repository out with `fetch-depth: 0`, and run this step at its root');
    const found = await (0,toolkit_git/* commitOf */.D)(folder, revision);
    if ('why' in found)
        return undefined;
    const { commit } = found;
    const listed = await git('diff', '--name-only', '--no-renames', '-z', commit, 'HEAD', '--');
    return listed === undefined ? undefined : { commit, files: listed.split('\0').filter(path => path !== '') };
}
async function isOutsideHistory(folder, commit) {
    const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(longest) };
    const { code } = await (0,program/* runForOutput */.kr)(['git', 'merge-base', '--is-ancestor', commit, 'HEAD'], options);
    return code === 1;
}

;// CONCATENATED MODULE: ./.build/js/src/changes/base.js





async function baseOf(env, github, report) {
    switch ((0,ci/* ciOf */.s)(env)) {
        case 'github':
            return baseOfGitHub(env, github, report);
        case 'gitlab':
            return baseOfGitLab(env);
        case 'jenkins':
            return known(env.GIT_PREVIOUS_SUCCESSFUL_COMMIT, 'the last successful build of this job');
        default:
            return { why: 'no base is given' };
    }
}
async function baseOfGitHub(env, github, report) {
    const { pull_request: pull, before } = await (0,toolkit_github/* workflowEvent */.kH)(env);
    const base = (0,map/* isMap */.jh)(pull) && (0,map/* isMap */.jh)(pull.base) ? pull.base.sha : undefined;
    if (base !== undefined)
        return known(base, 'the target of the pull request');
    const { GITHUB_EVENT_NAME: event, GITHUB_REF: ref = '' } = env;
    if (event !== 'push' || !ref.startsWith('refs/heads/'))
        return { why: `the run was not started by a push to a branch or a pull request` };
    const successful = await lastSuccess(env, github, report);
    if (successful === undefined)
        return known(before, 'the commit before the push');
    if (await isOutsideHistory('.', successful)) {
        report(`the last successful run is of ${successful.slice(0, 7)}, which this commit does not follow, so only this push is looked at`);
        return known(before, 'the commit before the push');
    }
    return known(successful, 'the last successful run of this workflow on this branch');
}
async function lastSuccess(env, github, report) {
    const { GITHUB_WORKFLOW_REF: workflow = '', GITHUB_REF_NAME: branch = '' } = env;
    const file = (0,posix_.basename)(workflow.replace(/@.*$/s, ''));
    if (github === undefined || file === '')
        return undefined;
    try {
        const { rest } = await github.open();
        const { data } = await rest.actions.listWorkflowRuns({
            ...github.repo,
            workflow_id: file,
            branch,
            event: 'push',
            status: 'success',
            per_page: 1,
        });
        const { head_sha: commit = '' } = data.workflow_runs[0] ?? {};
        return isCommit(commit) ? commit : undefined;
    }
    catch (error) {
        report(`warning: GitHub did not name the last successful run, so only this push is looked at: ${error.message}. Grant the job \`actions: read\`.`);
        return undefined;
    }
}
const baseOfGitLab = (env) => env.CI_MERGE_REQUEST_DIFF_BASE_SHA
    ? known(env.CI_MERGE_REQUEST_DIFF_BASE_SHA, 'the base of the merge request')
    : known(env.CI_COMMIT_BEFORE_SHA, 'the commit before the push');
const isCommit = (text) => /^[0-9a-f]{40,64}$/.test(text);
const known = (commit, why) => typeof commit === 'string' && isCommit(commit) && !/^0+$/.test(commit)
    ? { commit, why }
    : { why: 'the branch is new' };

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var toolkit_host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/actions/changed.js










const changedAction = (0,toolkit_host/* defineAction */.QP)({
    name: 'changed',
    description: 'List the applications of the repository that a push or pull request changes, for the matrix of a workflow.',
    inputs: {
        configs: (0,toolkit_host/* optional */.lq)('Paths of the slipway.yml of each application, separated by commas or lines; `*`, `**` and `{a,b}` are wildcards. Run it at the root of the repository.', '**/slipway.yml'),
        base: (0,toolkit_host/* optional */.lq)('Commit to compare with, such as a hash or `HEAD^1`. Default: the target of a pull request; after a push, the last commit on this branch whose run succeeded, if this one follows it; otherwise every application counts as changed.'),
        'actions-token': (0,toolkit_host/* optional */.lq)('Token with `actions: read`, to find the last successful run. Default: the commit before the push is compared.'),
    },
    outputs: {
        apps: 'JSON array of the changed applications, each with `app` (its name) and `config` (the path of its slipway.yml); `[]` if there are none.',
        base: 'Commit that was compared with; empty if every application counts as changed.',
        reason: 'Why the list could not be made, in one sentence; otherwise empty.',
    },
    refused: { apps: '[]' },
    run: async (inputs, host) => {
        const applications = await applicationsIn(patternsIn(inputs.configs));
        const base = inputs.base === ''
            ? await baseOf(host.env, (0,toolkit_github/* gitHubOf */.Tc)(host.env, inputs['actions-token']), host.report)
            : { commit: inputs.base, why: 'the input `base`' };
        const { commit: wanted, why } = base;
        const { commit, files } = (wanted === undefined ? undefined : await changesSince('.', wanted)) ?? {};
        if (wanted !== undefined && files === undefined)
            host.report(`warning: the checkout does not contain ${(0,printable/* printable */.g$)(wanted)}, so every application counts as changed: set \`fetch-depth: 0\` for actions/checkout${inputs.base === '' ? '' : ', or correct the input `base`'}`);
        const changes = changesOf(applications, files);
        const changed = changes.filter(each => each.changed);
        const apps = changed.map(({ app, config }) => ({ app, config }));
        (0,toolkit_host/* setOutputs */.n0)(host, { apps, base: commit });
        const against = files === undefined
            ? `Every application counts as changed: ${wanted === undefined ? why : 'the checkout does not contain the base'}.`
            : `Compared with ${commit?.slice(0, 7)}, ${why}: ${files.length} changed files.`;
        await host.summary(summaryOf(changes, against));
        for (const { app, file } of changed)
            host.report(`${app}: changed${file === undefined ? '' : `, ${file}`}`);
        host.report(`${changed.length} of ${changes.length} applications changed. ${against}`);
        return true;
    },
});
async function applicationsIn(patterns) {
    const found = new Set();
    const options = { exclude: (path) => /(^|\/)(node_modules|\.git)$/.test(path) };
    for (const pattern of patterns)
        for await (const path of (0,promises_.glob)(pattern, options))
            found.add(path);
    if (found.size === 0)
        throw new errors/* UserError */.yo(`no file matches ${patterns.join(', ')}`, 'check the repository out before this step, and name the files in the input `configs`');
    const applications = await Promise.all([...found].sort().map(async (config) => {
        const { app, paths } = await (0,load/* loadConfig */.Z9)(config);
        return { app, config, paths };
    }));
    requireDistinct(applications);
    return applications;
}
function patternsIn(text) {
    const patterns = text.split('\n').flatMap(line => {
        const found = [''];
        let depth = 0;
        for (const character of line) {
            if (character === '{')
                depth += 1;
            if (character === '}')
                depth -= 1;
            if (character === ',' && depth <= 0)
                found.push('');
            else
                found.push(`${found.pop()}${character}`);
        }
        return found.map(each => each.trim());
    });
    return patterns.filter(each => each !== '');
}
const summaryOf = (changes, against) => (0,markdown/* paragraphs */.qN)([
    `### ${changes.filter(({ changed }) => changed).length} of ${changes.length} applications changed`,
    against,
    (0,markdown/* table */.tp)(['application', 'changed', 'first changed file'], changes.map(({ app, changed, file }) => [app, changed ? 'yes' : 'no', file ?? ''])),
]);


/***/ }),

/***/ 63114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85280);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(4072)]).then(__webpack_require__.bind(__webpack_require__, 74040));
    const config = parseConfig(text, path);
    if (Object.values(config.environments).some(({ monitoring }) => monitoring !== undefined)) {
        const { requireQueries } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(6828), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(3075)]).then(__webpack_require__.bind(__webpack_require__, 28061));
        requireQueries(config, text, path);
    }
    return config;
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
    if (Object.keys(config.environments).length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`slipway.yml of ${config.app} has no environments to release to`, 'add the environment to `environments:`');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
}
function configFor(config, { repositories = {} }) {
    const all = [config, ...Object.values(config.environments)];
    const images = Object.entries(config.images).map(([name, image]) => {
        const repository = repositories[name] ?? image.repository;
        const places = all.flatMap(each => 'images' in each ? image.repository : (each.repositories?.[name] ?? []));
        const elsewhere = [...new Set(places)].filter(place => place !== repository);
        return [name, { ...image, repository, elsewhere }];
    });
    return { ...config, images: Object.fromEntries(images) };
}
async function readBytes(path) {
    try {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_3__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_3__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)(path, 'name the path of slipway.yml with the input `config`')(error);
    }
}


/***/ }),

/***/ 52331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the input `config`') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   vX: () => (/* binding */ isOfCloud)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
const ofClouds = /\.amazonaws\.com(\.cn)?$|(^|[.-])(docker\.pkg\.dev|gcr\.io|azurecr\.io)$|^public\.ecr\.aws$/;
const isOfCloud = (registry) => ofClouds.test(registry);
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
const repositoryIn = (from, image) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('from', ['candidate', 'release'], from) === 'release' ? image.repository : candidateOf(image);
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like an image ID');
    return { registry, repository: `${registry}/${path}`, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ tag, digest: writtenDigest }) };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write only the repository');
}
function pinned(reference) {
    const { repository, digest } = parseReference(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has uppercase letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 76001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ matchesPath),
/* harmony export */   ee: () => (/* binding */ matchesLine),
/* harmony export */   zW: () => (/* binding */ matchesBase)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_wildcard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5848);


const wildcards = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' };
const expressionOf = (pattern, meaning = wildcards) => pattern
    .split(/(\*\*\/|\*\*|\*)/)
    .map(part => (part.startsWith('*') ? meaning[part] : RegExp.escape(part)))
    .join('');
function matchesPath(pattern, path) {
    const plain = (text) => text.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
    return new RegExp(`^${expressionOf(plain(pattern))}(/|$)`, 's').test(plain(path));
}
function matchesLine(pattern, line) {
    const plain = (text) => text.trim().replace(/\s+/g, ' ');
    return (0,_toolkit_wildcard_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesWildcard */ ._)(plain(pattern), plain(line));
}
function matchesBase(pattern, { repository, tag }) {
    const colon = pattern.indexOf(':', pattern.lastIndexOf('/') + 1);
    const name = colon < 0 ? pattern : pattern.slice(0, colon);
    const tags = colon < 0 ? undefined : pattern.slice(colon + 1);
    const expression = expressionOf(fullName(name), { ...wildcards, '**/': '.*/' });
    if (!new RegExp(`^${expression}$`).test(repository))
        return false;
    return tags === undefined || (0,_toolkit_wildcard_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesWildcard */ ._)(tags, tag ?? 'latest');
}
function fullName(pattern) {
    if (pattern.startsWith('**'))
        return pattern;
    const marked = pattern.replaceAll('*', 'x0star0x');
    try {
        return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(marked).repository.replaceAll('x0star0x', '*');
    }
    catch {
        return pattern;
    }
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

/***/ 6849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ gitHubOf),
/* harmony export */   gf: () => (/* binding */ isForFork),
/* harmony export */   kH: () => (/* binding */ workflowEvent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const workflowEvent = async ({ GITHUB_EVENT_PATH: path = '', }) => (0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => '')) ?? {};
function isForFork({ pull_request: pull, workflow_run: earlier }, { GITHUB_REPOSITORY: own }) {
    const isForeign = (head) => !(0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(head) || head.full_name !== own;
    if ((0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(pull) && isForeign((0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(pull.head) ? pull.head.repo : undefined))
        return true;
    return (0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(earlier) && isForeign(earlier.head_repository);
}
function gitHubOf(env, token) {
    const [owner, repo] = env.GITHUB_REPOSITORY?.split('/') ?? [];
    if (token === '' || owner === undefined || repo === undefined)
        return undefined;
    return { repo: { owner, repo }, open: async () => (await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3645)]).then(__webpack_require__.bind(__webpack_require__, 43645))).openOctokit(env, token) };
}


/***/ }),

/***/ 26126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ jsonInput),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zQ: () => (/* binding */ mapInput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const listed = (text) => text
    .split(/[,\n]/)
    .map(each => each.trim())
    .filter(each => each !== '');
function oneOf(name, values, text) {
    const found = values.find(each => each === text);
    if (found !== undefined)
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, `write ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`);
}
const jsonInput = (name, text, remedy) => (0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonIn */ .Yf)(text, cause => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is not JSON`, remedy, { cause }));
function mapInput(name, text, remedy) {
    const value = jsonInput(name, text, remedy);
    if ((0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is not a JSON object`, remedy);
}


/***/ }),

/***/ 85280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readNamed),
/* harmony export */   O: () => (/* binding */ unreadable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const reasons = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it does not exist',
    EISDIR: 'it is a folder',
    EACCES: 'permission denied',
};
const readNamed = (path, remedy) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(unreadable(path, remedy));
const unreadable = (what, remedy) => (cause) => {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what} cannot be read: ${reasons[cause.code ?? ''] ?? cause.message}`, remedy, {
        cause,
    });
};


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


/***/ }),

/***/ 5848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ matchesWildcard)
/* harmony export */ });
const matchesWildcard = (pattern, text) => new RegExp(`^${pattern
    .split('*')
    .map(part => RegExp.escape(part))
    .join('.*')}$`, 's').test(text);


/***/ })

};
