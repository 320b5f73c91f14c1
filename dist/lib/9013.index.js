export const id = 9013;
export const ids = [9013,6382,8440];
export const modules = {

/***/ 50886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fs: () => (/* binding */ changesOf),
  d8: () => (/* binding */ pathOfFile),
  AW: () => (/* binding */ withChanges),
  MT: () => (/* binding */ withoutChanges)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/gitops/yaml-text.js


function yaml_text_open(text, path) {
    const lines = new dist/* LineCounter */.HN();
    const parsed = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const documents = 'empty' in parsed ? [] : parsed;
    const problem = (offset, what, remedy) => new errors/* UserError */.yo(`${path}:${Math.max(1, lines.linePos(offset).line)}: ${what}`, remedy);
    const mistake = documents.flatMap(({ errors }) => errors)[0];
    if (mistake !== undefined) {
        const what = mistake.message.split('\n')[0]?.replace(/\.$/, '') ?? '';
        throw problem(mistake.pos[0], `is not YAML: ${what}`, 'list a file that is; a template of Helm is none, but its values are');
    }
    return {
        ...{ text, documents, problem },
        lacks: (what, remedy) => new errors/* UserError */.yo(`${path}: ${what}`, remedy),
    };
}
function replaced(source, node, after, next, image) {
    if (node === null || node === undefined)
        return { start: after, end: after, text: ` ${next}`, image };
    if (!(0,dist/* isScalar */.jn)(node) || !node.range)
        throw source.problem((0,dist/* isAlias */.Vj)(node) ? (node.range?.[0] ?? after) : after, (0,dist/* isAlias */.Vj)(node) ? 'the value is an alias' : 'the value is not a text', 'write the value itself there');
    const { anchor, range } = node;
    if (anchor !== undefined)
        throw source.problem(range[0], `the value has the anchor &${anchor}, so other values change with it`, 'write the value itself wherever it is needed');
    return scalarChange(source, node, next, image);
}
function scalarChange(source, { range, type }, next, image) {
    if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL')
        throw source.problem(range[0], 'the value is a block of lines', 'write it in one line');
    return { start: range[0], end: range[1], text: quotedLike(source.text, range, type, next), image };
}
function quotedLike(text, [start, end], type, next) {
    if (type === 'QUOTE_DOUBLE')
        return `"${next}"`;
    if (type === 'QUOTE_SINGLE')
        return `'${next}'`;
    return start === end && text[(start ?? 0) - 1] === ':' ? ` ${next}` : next;
}
const pairOf = (map, key) => map.items.find(pair => (0,dist/* isPair */.tO)(pair) && (0,dist/* isScalar */.jn)(pair.key) && pair.key.value === key);
function textOf(map, key) {
    const value = pairOf(map, key)?.value;
    return (0,dist/* isScalar */.jn)(value) ? value.value : undefined;
}
const offsetOf = (node) => node?.range?.[0] ?? 0;
const endOf = (node) => node?.range?.[1] ?? 0;

;// CONCATENATED MODULE: ./.build/js/src/gitops/edit.js





const pathOfFile = (file) => (typeof file === 'string' ? file : file.values);
function changesOf(text, file, images) {
    const source = yaml_text_open(text, pathOfFile(file));
    if (typeof file !== 'string')
        return inValues(source, file, images);
    return /^kustomization\.ya?ml$/i.test((0,external_node_path_.basename)(file))
        ? inKustomization(source, images)
        : inManifests(source, images);
}
function withChanges(text, changes) {
    return [...changes]
        .sort((a, b) => b.start - a.start)
        .reduce((rest, { start, end, text: next }) => rest.slice(0, start) + next + rest.slice(end), text);
}
function withoutChanges(later, before, changes) {
    const after = withChanges(before, changes);
    if (later === after)
        return before;
    const pieces = [...changes].sort((a, b) => a.start - b.start).map(change => linesOf(before, change));
    const counts = Map.groupBy(pieces, ({ next }) => next);
    const isWhole = [...counts.keys()].every(next => countOf(later, next) === countOf(after, next));
    if (!isWhole)
        return undefined;
    let result = '';
    let rest = later;
    for (const { old, next } of pieces) {
        const at = placeOf(rest, next);
        if (at < 0)
            return undefined;
        result += rest.slice(0, at) + old;
        rest = rest.slice(at + next.length);
        if (!next.endsWith('\n') && rest !== '')
            return undefined;
    }
    return result + rest;
}
function linesOf(text, { start, end, text: next }) {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const newline = text.indexOf('\n', end);
    const to = newline < 0 ? text.length : newline + 1;
    return { old: text.slice(from, to), next: text.slice(from, start) + next + text.slice(end, to) };
}
function placeOf(text, lines) {
    for (let at = text.indexOf(lines); at >= 0; at = text.indexOf(lines, at + 1))
        if (at === 0 || text[at - 1] === '\n')
            return at;
    return -1;
}
function countOf(text, lines) {
    const at = placeOf(text, lines);
    return at < 0 ? 0 : 1 + countOf(text.slice(at + lines.length), lines);
}
function inKustomization(source, images) {
    const [document, ...more] = source.documents;
    const list = document && (0,dist/* isMap */.jh)(document.contents) ? document.contents.get('images', true) : undefined;
    if (more.length > 0)
        throw source.lacks('has more than one document', 'keep one');
    const entries = (0,dist/* isSeq */.oP)(list) ? list.items.filter(each => (0,dist/* isMap */.jh)(each)) : [];
    const changes = Object.entries(images).flatMap(([image, { repository, digest }]) => {
        const own = entries.filter(entry => sameRepository(textOf(entry, 'newName') ?? textOf(entry, 'name'), repository));
        const [entry, second] = own;
        if (entry === undefined)
            return [];
        if (second !== undefined)
            throw source.problem(offsetOf(second), `is a second entry for ${repository}`, 'keep one of them');
        return [inEntry(source, entry, digest, image)];
    });
    if (changes.length > 0)
        return changes;
    const [first] = Object.values(images);
    throw source.lacks('has no image of slipway.yml under `images:`', `add \`- name: ${first?.repository}\` there`);
}
function inEntry(source, entry, digest, image) {
    const [tag, own, suffix] = ['newTag', 'digest', 'tagSuffix'].map(key => pairOf(entry, key));
    const useless = own === undefined ? suffix : (tag ?? suffix);
    if (useless !== undefined)
        throw source.problem(offsetOf(useless.key), `\`${useless.key}\` says nothing beside a digest`, 'remove that line: the digest names the image');
    if (own !== undefined)
        return replaced(source, own.value, endOf(own.key), digest, image);
    if (tag !== undefined) {
        const { end } = replaced(source, tag.value, endOf(tag.key), digest, image);
        return { start: offsetOf(tag.key), end, text: `digest: ${digest}`, image };
    }
    const last = entry.items.at(-1);
    const end = endOf(last.value) || endOf(last.key);
    if (entry.flow)
        return { start: end, end, text: `, digest: ${digest}`, image };
    const [rest = ''] = /^[^\r\n]*/.exec(source.text.slice(end)) ?? [];
    const first = offsetOf(entry.items[0]?.key);
    const column = first - (source.text.lastIndexOf('\n', first - 1) + 1);
    const newline = source.text.includes('\r\n') ? '\r\n' : '\n';
    const at = end + rest.length;
    return { start: at, end: at, text: `${newline}${' '.repeat(column)}digest: ${digest}`, image };
}
function inManifests(source, images) {
    const changes = new Map();
    for (const document of source.documents) {
        (0,dist/* visit */.YR)(document, {
            Pair: (_, { key, value }) => {
                if (!(0,dist/* isScalar */.jn)(key) || !/^(initC|c)ontainers$/.test(String(key.value)) || !(0,dist/* isSeq */.oP)(value))
                    return;
                for (const container of value.items) {
                    const written = (0,dist/* isMap */.jh)(container) ? container.get('image', true) : undefined;
                    const node = (0,dist/* isAlias */.Vj)(written) ? written.resolve(document) : written;
                    if (!(0,dist/* isScalar */.jn)(node) || !node.range)
                        continue;
                    const [image, wanted] = Object.entries(images).find(([, { repository }]) => sameRepository(node.value, repository)) ?? [];
                    if (image === undefined || wanted === undefined)
                        continue;
                    const next = `${(0,kinds/* repositoryOf */._M)(String(node.value))}@${wanted.digest}`;
                    changes.set(node.range[0], scalarChange(source, node, next, image));
                }
            },
        });
    }
    if (changes.size > 0)
        return [...changes.values()];
    const names = Object.values(images).map(({ repository }) => repository);
    throw source.lacks(`has no container with the image ${names.join(' or ')}`, 'list the file that has it, or correct `repository` of the image in slipway.yml');
}
function inValues(source, file, images) {
    const image = file.of ?? Object.keys(images)[0] ?? '';
    const { repository, digest } = images[image] ?? { repository: '', digest: '' };
    const [document, ...more] = source.documents;
    if (more.length > 0)
        throw source.lacks('has more than one document', 'keep one');
    const key = file.digest ?? file.tag ?? file.reference ?? '';
    let at = document?.contents;
    let pair;
    for (const part of key.split('.')) {
        if ((0,dist/* isAlias */.Vj)(at))
            throw source.problem(at.range?.[0] ?? 0, `\`${key}\` leads through an alias`, 'write the values themselves there');
        pair = (0,dist/* isMap */.jh)(at) ? pairOf(at, part) : undefined;
        if (pair === undefined)
            throw source.lacks(`has no value \`${key}\``, 'add it with an empty text (""), or correct the path in `files`');
        at = pair.value;
    }
    const short = digest.slice(digest.indexOf(':') + 1, digest.indexOf(':') + 13);
    const next = file.digest !== undefined
        ? digest
        : file.tag !== undefined
            ? `${short}@${digest}`
            : `${repository}@${digest}`;
    return [replaced(source, at, endOf(pair?.key), next, image)];
}
function sameRepository(written, repository) {
    try {
        return (0,reference/* parseReference */.F2)((0,kinds/* repositoryOf */._M)(String(written))).repository === (0,reference/* parseReference */.F2)(repository).repository;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 58440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commitMessage: () => (/* binding */ commitMessage),
/* harmony export */   formatLog: () => (/* binding */ formatLog),
/* harmony export */   imagesOf: () => (/* binding */ imagesOf),
/* harmony export */   isUnfinished: () => (/* binding */ isUnfinished),
/* harmony export */   latestOf: () => (/* binding */ latestOf),
/* harmony export */   logFile: () => (/* binding */ logFile),
/* harmony export */   logRef: () => (/* binding */ logRef),
/* harmony export */   nextRelease: () => (/* binding */ nextRelease),
/* harmony export */   parseLog: () => (/* binding */ parseLog),
/* harmony export */   verifiedIn: () => (/* binding */ verifiedIn),
/* harmony export */   withEntry: () => (/* binding */ withEntry)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(37428);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93240);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72315);






const text = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().transform(_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g);
const hash = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const moment = zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$();
const image = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[^@\s]+@sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/);
const states = [
    'open',
    'paused',
    'rolling-back',
    'verified',
    'rolled-back',
    'failed',
    'superseded',
    'needs-action',
];
const entrySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    release: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1),
    state: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(states),
    images: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(text, image),
    commit: hash.exactOptional(),
    pull: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).exactOptional(),
    restores: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).exactOptional(),
    proved: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true).exactOptional(),
    before: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(text, zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(text, text)),
    by: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        run: text,
        actor: text,
        repository: text.exactOptional(),
        revision: text.exactOptional(),
        url: text.exactOptional(),
    }),
    at: moment,
    until: moment,
    reason: text.exactOptional(),
});
const logSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    app: text,
    environment: text,
    releases: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(entrySchema),
});
const logFile = 'releases.json';
const logRef = (app, environment) => `refs/slipway/${app}/${environment}`;
const most = 30;
function parseLog(json, app, environment) {
    if (json === undefined)
        return { schema: 1, app, environment, releases: [] };
    const { success, data, error } = logSchema.safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonIn */ .Yf)(json));
    if (!success)
        throw new Error(`it is damaged: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(zod__WEBPACK_IMPORTED_MODULE_7__/* .prettifyError */ .S1(error)).slice(0, 300)}`);
    if (data.app === app && data.environment === environment)
        return data;
    throw new Error(`it belongs to ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(data.app)} in ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(data.environment)}`);
}
const formatLog = (log) => `${JSON.stringify(log, null, 2)}\n`;
function withEntry(log, entry) {
    const others = log.releases.filter(({ release }) => release !== entry.release);
    const releases = [...others, entry].sort((a, b) => a.release - b.release);
    return { ...log, releases: releases.slice(-most) };
}
const latestOf = ({ releases }) => releases.at(-1);
const nextRelease = (log) => (latestOf(log)?.release ?? 0) + 1;
const verifiedIn = ({ releases }, before = Number.POSITIVE_INFINITY) => releases.findLast(({ release, state }) => state === 'verified' && release < before);
const isUnfinished = ({ state }) => state === 'open' || state === 'paused' || state === 'rolling-back';
function imagesOf(entry, own) {
    const entries = Object.entries(own).map(([name, { repository }]) => {
        const reference = entry.images[name];
        const isOwn = reference !== undefined && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryOf */ ._M)(reference)) === (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        return isOwn ? [name, { repository, digest: (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference).digest }] : undefined;
    });
    return entries.every(each => each !== undefined) ? Object.fromEntries(entries) : undefined;
}
function commitMessage(title, { app, environment }, { release, images }, by, skipsRuns) {
    const trailers = [
        `Slipway-Application: ${app}`,
        `Slipway-Environment: ${environment}`,
        `Slipway-Release: ${release}`,
        ...Object.values(images).map(reference => `Slipway-Image: ${reference}`),
        `Slipway-Run: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(by.url ?? (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .originText */ .C)(by))}`,
        ...(by.revision === undefined ? [] : [`Slipway-Revision: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(by.revision)}`]),
    ];
    const skip = skipsRuns ? '[skip ci]\n\n' : '';
    return `${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(title)}\n\n${skip}${trailers.join('\n')}\n`;
}


/***/ }),

/***/ 49013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkWorkingTree: () => (/* binding */ checkWorkingTree),
/* harmony export */   placeOf: () => (/* binding */ placeOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _image_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80748);
/* harmony import */ var _toolkit_ci_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(44998);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16428);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50886);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76382);









async function placeOf({ repository }, { folder, token, env }) {
    if (repository !== undefined)
        return { url: repository, token };
    const url = (0,_toolkit_ci_js__WEBPACK_IMPORTED_MODULE_8__/* .ciOf */ .s)(env) === undefined ? await remoteOf(folder, env) : (await (0,_image_git_js__WEBPACK_IMPORTED_MODULE_3__.readGit)(env, folder)).source;
    if (url === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('the repository of slipway.yml has no address', 'set `delivery.gitops.repository` in slipway.yml');
    return { url, token: token || (env.GITHUB_TOKEN ?? '') };
}
async function remoteOf(folder, env) {
    const { code, stdout } = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_5__/* .ask */ .k)(['git', 'remote', 'get-url', 'origin'], { cwd: folder, env });
    const remote = stdout.trim();
    if (code !== 0 || remote === '')
        return undefined;
    return /^https?:/.test(remote) ? (0,_image_git_js__WEBPACK_IMPORTED_MODULE_3__.sourceOf)(remote) : remote;
}
async function checkWorkingTree(folder, gitops, images) {
    if (gitops.repository !== undefined)
        return undefined;
    const root = rootOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder));
    const read = gitops.files.map(async (file) => {
        const path = (0,_edit_js__WEBPACK_IMPORTED_MODULE_6__/* .pathOfFile */ .d8)(file);
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), 'utf8').catch((error) => {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${path}, relative to the root of the repository, cannot be read: ${error.code}`, 'correct `delivery.gitops.files` in slipway.yml');
        });
        return [path, text];
    });
    return [...(0,_session_js__WEBPACK_IMPORTED_MODULE_7__.changedBy)((0,_session_js__WEBPACK_IMPORTED_MODULE_7__.editsOf)(new Map(await Promise.all(read)), gitops.files, images)).keys()];
}
function rootOf(folder) {
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(at, '.git')))
            return at;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at) === at)
            return folder;
    }
}


/***/ }),

/***/ 76382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DeliverySession: () => (/* binding */ DeliverySession),
/* harmony export */   DeliveryTakenOver: () => (/* binding */ DeliveryTakenOver),
/* harmony export */   changedBy: () => (/* binding */ changedBy),
/* harmony export */   editsOf: () => (/* binding */ editsOf),
/* harmony export */   haveDigests: () => (/* binding */ haveDigests),
/* harmony export */   moving: () => (/* binding */ moving),
/* harmony export */   pushAttempts: () => (/* binding */ pushAttempts),
/* harmony export */   usualPace: () => (/* binding */ usualPace)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50886);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58440);




const usualPace = { look: 2_000, branch: 15_000, controllerGrace: 30_000 };
const pushAttempts = 8;
class DeliveryTakenOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
class DeliverySession {
    context;
    heads = { head: '' };
    log;
    changed = false;
    constructor(context) {
        this.context = context;
        this.log = (0,_log_js__WEBPACK_IMPORTED_MODULE_3__.parseLog)(undefined, context.config.app, context.environmentName);
    }
    async load() {
        const { repository, config, environmentName } = this.context;
        this.heads = await repository.refresh();
        const { log } = this.heads;
        const text = log === undefined ? undefined : await repository.read(log, _log_js__WEBPACK_IMPORTED_MODULE_3__.logFile);
        try {
            this.log = (0,_log_js__WEBPACK_IMPORTED_MODULE_3__.parseLog)(text, config.app, environmentName);
        }
        catch (error) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the log of the releases at ${repository.logRef} cannot be used: ${error.message}`, `delete that ref (git push ${repository.url} :${repository.logRef}); the next release begins a new log`, { cause: error });
        }
    }
    async texts(commit = this.heads.head) {
        const paths = new Set(this.context.gitops.files.map(_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOfFile */ .d8));
        const read = [...paths].map(async (path) => [path, await this.context.repository.read(commit, path)]);
        return new Map(await Promise.all(read));
    }
    async save(entry, updates = [], also = []) {
        const { repository } = this.context;
        const log = [...also, entry].reduce(_log_js__WEBPACK_IMPORTED_MODULE_3__.withEntry, this.log);
        const message = `Release ${entry.release}: ${entry.state}\n`;
        const commit = await repository.commitAlone(this.heads.log, { name: _log_js__WEBPACK_IMPORTED_MODULE_3__.logFile, text: (0,_log_js__WEBPACK_IMPORTED_MODULE_3__.formatLog)(log) }, message);
        if (!(await repository.push([...updates, { ref: repository.logRef, to: commit }])))
            return false;
        this.changed = true;
        this.log = log;
        this.heads = { ...this.heads, log: commit };
        return true;
    }
    async write(entry, also = []) {
        for (let attempt = 1;; attempt += 1) {
            if (await this.save(entry, [], also))
                return entry;
            await this.load();
            this.requireOurs(entry);
            if (attempt === 5)
                throw moving(this.context.repository);
        }
    }
    requireOurs({ release, by }) {
        const now = this.log.releases.find(each => each.release === release);
        if (now !== undefined && now.by.run === by.run)
            return;
        const who = now === undefined ? 'another run' : (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(now.by);
        throw new DeliveryTakenOver(`${who} has taken release ${release} over, so this run leaves it alone`, 'look at that run');
    }
    moment(later = 0) {
        return new Date(this.context.cluster.now() + later).toISOString();
    }
}
const moving = ({ url, branch }) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`branch ${branch} of ${url} moved at each of several attempts to push`, 'run this again when fewer commits are pushed to it');
function editsOf(texts, files, images) {
    const edits = new Map();
    for (const file of files) {
        const path = (0,_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOfFile */ .d8)(file);
        const before = texts.get(path) ?? '';
        const { changes } = edits.get(path) ?? { changes: [] };
        const added = (0,_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOf */ .fs)(before, file, images).filter(({ start }) => changes.every(each => each.start !== start));
        edits.set(path, { before, changes: [...changes, ...added] });
    }
    const found = new Set([...edits.values()].flatMap(({ changes }) => changes.map(({ image }) => image)));
    const missing = Object.entries(images).find(([name]) => !found.has(name));
    if (missing === undefined)
        return edits;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`none of the files in \`delivery.gitops.files\` has the image ${missing[0]} (${missing[1].repository})`, 'list the file that has it');
}
function changedBy(edits) {
    const all = [...edits].map(([path, { before, changes }]) => [path, before, (0,_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .withChanges */ .AW)(before, changes)]);
    return new Map(all.filter(([, before, after]) => before !== after).map(([path, , after]) => [path, after]));
}
function haveDigests(texts, files, images) {
    try {
        return changedBy(editsOf(texts, files, images)).size === 0;
    }
    catch (error) {
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return false;
        throw error;
    }
}


/***/ }),

/***/ 80748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gitOfGitHub: () => (/* binding */ gitOfGitHub),
  readGit: () => (/* binding */ readGit),
  readGitHubEvent: () => (/* binding */ readGitHubEvent),
  sourceOf: () => (/* binding */ sourceOf)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/ci.js
var ci = __webpack_require__(44998);
// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/program.js
var program = __webpack_require__(16428);
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
function refOf(named) {
    const { tag, request, base, branch } = named;
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
    const git = (...args) => runGit(folder, args);
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
    const { GITHUB_REF = '', GITHUB_SHA, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_EVENT_NAME } = env;
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
        source: GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined,
        defaultBranch: event.defaultBranch,
        scheduled: GITHUB_EVENT_NAME === 'schedule' || undefined,
    });
}
async function readGitHubEvent(env) {
    const { number, repository } = await (0,github/* workflowEvent */.kH)(env);
    const branch = (0,map/* isMap */.jh)(repository) ? repository.default_branch : undefined;
    return (0,map/* defined */.sw)({
        number: typeof number === 'number' ? number : undefined,
        defaultBranch: typeof branch === 'string' && branch !== '' ? branch : undefined,
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
async function runGit(folder, args) {
    const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(10_000) };
    const answer = await (0,program/* ask */.k)(['git', ...args], options).catch(() => undefined);
    return answer?.code === 0 ? answer.stdout.trim() : '';
}
function seconds(text) {
    return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
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
