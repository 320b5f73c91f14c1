export const id = 7258;
export const ids = [7258];
export const modules = {

/***/ 77258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   differenceFrom: () => (/* binding */ differenceFrom),
/* harmony export */   objectsOf: () => (/* binding */ objectsOf)
/* harmony export */ });
/* unused harmony export changesBetween */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63114);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94826);
/* harmony import */ var _toolkit_git_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72652);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16428);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26115);










const most = 40;
const [roomForObjects, roomForLines] = [20_000, 40_000];
const bytesOf = (value) => Buffer.byteLength(JSON.stringify(JSON.stringify(value)));
const objectsOf = (environment, manifests) => {
    const objects = new Map([['slipway.yml', { kind: 'slipway.yml', ...environment }]]);
    for (const { object } of manifests) {
        const name = object.metadata?.name;
        const title = `${object.kind}/${name}`;
        objects.set(objects.has(title) ? `${object.kind}.${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .groupOf */ .F8)(object)}/${name}` : title, object);
    }
    return objects;
};
async function changesBetween(before, after) {
    const { differences } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(7236), __webpack_require__.e(7308)]).then(__webpack_require__.bind(__webpack_require__, 12710));
    const changes = [];
    let [objectsLeft, linesLeft, omitted] = [roomForObjects, roomForLines, 0];
    for (const environment of new Set([...after.keys(), ...before.keys()])) {
        const [old, now] = [before.get(environment), after.get(environment)];
        for (const object of new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])) {
            const [was, is] = [old?.get(object), now?.get(object)];
            const what = was === undefined ? 'create' : is === undefined ? 'delete' : 'change';
            const found = what === 'change' ? differences(was, is) : [];
            if (what === 'change' && found.length === 0)
                continue;
            const lines = found.flatMap(({ path, before: a, after: b }) => [
                ...(a === undefined ? [] : [(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g$)(`- ${path}: ${a}`)]),
                ...(b === undefined ? [] : [(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g$)(`+ ${path}: ${b}`)]),
            ]);
            const shown = [];
            for (const line of lines.slice(0, most)) {
                linesLeft -= bytesOf(line);
                if (linesLeft < 0)
                    break;
                shown.push(line);
            }
            const more = lines.length - shown.length;
            const change = { environment, object, what, lines: [], more };
            objectsLeft -= bytesOf(change);
            if (objectsLeft < 0)
                omitted += 1;
            else
                changes.push({ ...change, lines: shown });
        }
    }
    return omitted === 0 ? { changes } : { changes, omitted };
}
function differenceFrom(revision, path, after, env) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
    const git = (...args) => (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_7__/* .runForOutput */ .kr)(['git', '-c', 'core.hooksPath=/dev/null', ...args], { cwd: folder, env: process.env });
    return (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .withFolder */ .Z)(env, 'base', async (temporary) => {
        const tree = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(temporary, 'tree');
        const found = await (0,_toolkit_git_js__WEBPACK_IMPORTED_MODULE_5__/* .commitOf */ .D)(folder, revision);
        if ('why' in found)
            return notCompared(found.why);
        const added = await git('worktree', 'add', '--detach', tree, found.commit);
        if (added.code !== 0)
            return notCompared((0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g$)(added.stderr.trim()));
        try {
            const prefix = (await git('rev-parse', '--show-prefix')).stdout.trim();
            const before = await environmentsOf((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(tree, prefix, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)), env);
            return { compared: true, note: '', ...(await changesBetween(before, after)) };
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
                throw error;
            return notCompared((0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_6__/* .reasonOf */ .A3)(error).replaceAll(`${tree}/`, ''));
        }
        finally {
            await git('worktree', 'remove', '--force', tree);
        }
    });
}
const notCompared = (note) => ({ compared: false, note, changes: [] });
async function environmentsOf(path, env) {
    const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_2__/* .loadConfig */ .Z9)(path);
    const found = new Map();
    for (const [name, environment] of Object.entries(config.environments)) {
        const { manifests } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .manifestsOf */ .oF)(path, config, name, env);
        found.set(name, objectsOf(environment, manifests));
    }
    return found;
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


/***/ })

};
