export const id = 1384;
export const ids = [1384,5231];
export const modules = {

/***/ 18706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   Pv: () => (/* binding */ there),
/* harmony export */   diagnoseRepository: () => (/* binding */ diagnoseRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _plan_coverage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36931);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77119);
/* harmony import */ var _toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(87506);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61921);
/* harmony import */ var _quoting_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18072);
/* harmony import */ var _wrappers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49755);









const stepIn = (state) => (step, detail, command = '') => ({ step, state, detail, command });
const [there, missing, unknown] = [stepIn('there'), stepIn('missing'), stepIn('unknown')];
async function diagnoseRepository(repository, path, name, load) {
    const init = [
        'slipway init',
        ...((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path) === '.' ? [] : [`--folder ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path))}`]),
        ...(name === 'production' ? [] : [`--environment ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(name)}`]),
    ].join(' ');
    const loaded = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .userErrorOf */ .zb)(async () => {
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(path);
        const isReleased = Object.keys(config.environments).length > 0;
        return { config, environment: isReleased ? (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, name) : undefined };
    });
    if (loaded instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo) {
        const absent = !repository.paths.includes('slipway.yml') && loaded.message.endsWith('does not exist');
        const inner = repository.paths.filter(each => each.endsWith('/slipway.yml'));
        const others = inner.map(each => `slipway doctor${(0,_quoting_js__WEBPACK_IMPORTED_MODULE_5__.configOption)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), each))}`);
        const command = !absent ? `correct it: ${loaded.remedy}` : others.join(' && ') || init;
        const later = ['Dockerfile', 'manifests'].map(step => unknown(step, 'slipway.yml names it'));
        const steps = [
            missing('slipway.yml', loaded.message, command),
            ...later,
            ...aroundIt(repository, init, true),
        ];
        return { steps, found: undefined, isReleased: true };
    }
    const { config, environment } = loaded;
    if (environment === undefined) {
        const head = there('slipway.yml', 'valid; it has no environments, so images are built but not released');
        const steps = [head, dockerfiles(config, repository), ...aroundIt(repository, init, false)];
        return { steps, found: undefined, isReleased: false };
    }
    const { kind, name: workload } = environment.workload;
    const delivered = environment.delivery !== undefined;
    const found = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .userErrorOf */ .zb)(async () => {
        const read = await load(config);
        if (!delivered)
            (0,_plan_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .validate */ .t)((0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .configFor */ .m3)(config, environment), read.environment, read.manifests);
        return read;
    });
    const refused = found instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo;
    const steps = [
        there('slipway.yml', `valid, with the environment ${name}`),
        dockerfiles(config, repository),
        refused
            ? missing('manifests', found.message, `correct them: ${found.remedy}`)
            : there('manifests', delivered
                ? 'the controller of `delivery` applies them'
                : `they hold ${kind}/${workload} and every image`),
        ...aroundIt(repository, init, true),
        ...login(environment, repository),
    ];
    return { steps, found: refused ? undefined : found, isReleased: true };
}
function dockerfiles({ images }, { paths }) {
    const files = Object.values(images).map(_images_js__WEBPACK_IMPORTED_MODULE_4__/* .pathOfDockerfile */ .tq);
    const absent = files.filter(file => !paths.includes(file));
    return absent.length === 0
        ? there('Dockerfile', files.join(', '))
        : missing('Dockerfile', `${absent.join(', ')} does not exist`, `write it, or correct \`context\` and \`dockerfile\` in slipway.yml`);
}
function login({ cluster }, repository) {
    const workflow = (0,_wrappers_js__WEBPACK_IMPORTED_MODULE_6__/* .loginIn */ .Xj)(repository);
    if (workflow === undefined)
        return [];
    if (cluster !== undefined)
        return [there('login', "GitHub's OIDC token, through `cluster` in slipway.yml")];
    return [
        workflow.found
            ? there('login', `${workflow.path} logs in to the cluster`)
            : unknown('login', `no login to the cluster was found: slipway.yml has no \`cluster\`, and ${workflow.path} has neither a kubeconfig nor a login step`, "add one of them (docs/cluster.md of Slipway), unless the ServiceAccount of the runner's pod has the permissions"),
    ];
}
function aroundIt(repository, init, isReleased) {
    const { missing: absent, unpinned, isAny } = (0,_wrappers_js__WEBPACK_IMPORTED_MODULE_6__/* .wrapperProblems */ .wp)(repository, isReleased);
    return [
        absent.length === 0
            ? there('workflows', isReleased ? 'release, pull request and rollback' : 'they push the images')
            : missing('workflows', `nothing in .github/workflows does the work of ${absent.join(', ')}`, init),
        !isAny
            ? unknown('commit', 'no workflow calls Slipway yet')
            : unpinned.length === 0
                ? there('commit', 'the workflows name a commit of Slipway')
                : missing('commit', `no commit of Slipway stands in ${unpinned.join(', ')}`, 'write the full commit of a release of Slipway after the @'),
        repository.remote === undefined
            ? missing('git remote', 'git has no remote `origin`', 'git remote add origin git@github.com:OWNER/NAME.git')
            : there('git remote', (0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutPasswords */ .h)(repository.remote)),
    ];
}


/***/ }),

/***/ 5231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   folderOf: () => (/* binding */ folderOf),
/* harmony export */   isLock: () => (/* binding */ isLock),
/* harmony export */   isSameRemote: () => (/* binding */ isSameRemote),
/* harmony export */   labelOf: () => (/* binding */ labelOf),
/* harmony export */   readRepository: () => (/* binding */ readRepository),
/* harmony export */   remoteOf: () => (/* binding */ remoteOf),
/* harmony export */   requireInside: () => (/* binding */ requireInside)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);





const foreign = /(^|\/)(node_modules|vendor|\.?venv|__pycache__|\.git|\.terraform|\.gradle)\//;
const built = new Set(['dist', 'build', 'target', 'bin', 'obj', 'coverage', '.next', '.idea', '.vscode']);
const deepest = 8;
const mostTexts = 5000;
const largestText = 256 * 1024;
const readable = /\.(ya?ml|json|toml|xml|gradle|kts|csproj|props|[cm]?[jt]sx?|py|go|rb|java|kt|rs|php|cs|txt|properties)$|(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile|Makefile|Procfile|Gemfile|go\.mod|\.nvmrc|\.(ruby|python|node)-version|Kustomization)$/;
const isLock = (path) => /(^|\/)(package-lock\.json|pnpm-lock\.yaml)$/.test(path);
async function readRepository(folder, limit = mostTexts) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder);
    const [remote, head, current, prefix, listed, deleted] = await Promise.all([
        git(root, 'config', '--get', 'remote.origin.url'),
        git(root, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
        git(root, 'symbolic-ref', '--short', 'HEAD'),
        git(root, 'rev-parse', '--show-prefix'),
        git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'),
        git(root, 'ls-files', '-z', '--deleted'),
    ]);
    const gone = new Set(deleted.split('\0'));
    const known = [...new Set(listed.split('\0'))].filter(path => !gone.has(path) && !foreign.test(path));
    const paths = listed === '' ? await filesIn(root, '') : known.filter(path => path !== '').sort();
    const top = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root, '../'.repeat(prefix.split('/').length - 1)));
    const depth = (path) => path.split('/').length;
    const wanted = paths
        .filter(path => readable.test(path) && !isLock(path))
        .sort((a, b) => depth(a) - depth(b));
    const texts = new Map();
    for (const path of wanted.slice(0, limit)) {
        const text = await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), top);
        if (text !== undefined)
            texts.set(path, text);
    }
    if (prefix !== '')
        for (const [path, text] of await workflowsAbove(top))
            texts.set(path, text);
    const taken = prefix === '' ? [] : await applicationsBeside(root, top, prefix);
    const branch = head.replace(/^origin\//, '') || (current === 'master' ? current : 'main');
    const unread = Math.max(0, wanted.length - limit);
    return {
        root,
        top,
        name: taken.includes(labelOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root))) ? prefix.slice(0, -1) : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root),
        paths,
        texts,
        unread,
        remote: remote || undefined,
        branch,
        prefix,
    };
}
async function textOf(file, top) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(file).catch(() => '');
    if (!isInside(real, top))
        return undefined;
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(real);
    return found.isFile() && found.size <= largestText ? (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(real, 'utf8') : undefined;
}
const isInside = (path, top) => path === top || path.startsWith((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, '/'));
async function requireInside({ root, top }, path) {
    if (/(^|\/)\.git\//.test(path))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${path} cannot be written: it is inside .git`, 'name another Dockerfile');
    let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path));
    let real;
    while (real === undefined) {
        const isLink = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(folder).catch(() => undefined))?.isSymbolicLink() ?? false;
        real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder).catch(() => (isLink ? '' : undefined));
        if (real === undefined)
            folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
    }
    if (isInside(real, top))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${path} cannot be written: ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, folder)} is a symlink that points outside the repository`, 'replace it with a folder, then run slipway init again');
}
async function workflowsAbove(top) {
    const folder = '.github/workflows';
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, folder)).catch(() => []);
    const files = names.filter(name => /\.ya?ml$/.test(name));
    return Promise.all(files.map(async (name) => [
        `${folder}/${name}`,
        (await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, folder, name), top)) ?? '',
    ]));
}
async function applicationsBeside(root, top, prefix) {
    const listed = await git(root, ...['ls-files', '--full-name', '-z', '--cached', '--others', '--exclude-standard'], ...['--', ':(top,glob)**/slipway.yml']);
    const paths = listed.split('\0').filter(path => path !== '' && path !== `${prefix}slipway.yml`);
    const texts = await Promise.all(paths.slice(0, mostTexts).map(path => textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, path), top)));
    return texts.flatMap(text => /^app:[ \t]*["']?([\w-]+)/m.exec(text ?? '')?.[1] ?? []);
}
async function filesIn(root, folder, depth = 0) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, folder), { withFileTypes: true });
    const found = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (!entry.isDirectory())
            found.push(path);
        else if (depth < deepest && !built.has(entry.name) && !foreign.test(`${path}/`))
            found.push(...(await filesIn(root, path, depth + 1)));
    }
    return found;
}
async function git(folder, ...args) {
    const all = ['-C', folder, '-c', 'core.fsmonitor=false', ...args];
    const answer = await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', all, { maxBuffer: 64 << 20 }).catch(() => ({ stdout: '' }));
    return answer.stdout.trim();
}
function remoteOf(url) {
    const [, host = '', owner = '', name = ''] = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^/:@]+)(?::\d+)?[:/](?:.*\/)?([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url ?? '') ?? [];
    return name === '' ? undefined : { host, owner, name };
}
function isSameRemote(one, other) {
    const [first, second] = [one, other ?? ''].map(url => url
        .replace(/^[a-z+]+:\/\//, '')
        .replace(/^[^@/]+@/, '')
        .replace(/^([^/:]+)(?::\d+(?=\/))?[:/]\/?/, '$1/')
        .replace(/(\.git)?\/?$/, '')
        .toLowerCase());
    return first === second;
}
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const labelOf = (text, longest = 40) => text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-*(?=\d)/, 'app-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '') || 'app';


/***/ })

};
