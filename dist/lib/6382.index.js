export const id = 6382;
export const ids = [6382];
export const modules = {

/***/ 50886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fs: () => (/* binding */ changesOf),
  d8: () => (/* binding */ pathOfFile),
  Kq: () => (/* binding */ repositoryKey),
  AW: () => (/* binding */ withChanges)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
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
        text,
        documents,
        problem,
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
    return start === end && /\S$/.test(text.slice(0, start)) ? ` ${next}` : next;
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
        .reduce((rest, { start, end, text: next }) => {
        const gap = rest[end] === '#' ? ' ' : '';
        return rest.slice(0, start) + next + gap + rest.slice(end);
    }, text);
}
function inKustomization(source, images) {
    const [document, ...more] = source.documents;
    const list = document && (0,dist/* isMap */.jh)(document.contents) ? document.contents.get('images', true) : undefined;
    if (more.length > 0)
        throw source.lacks('has more than one document', 'keep one');
    const entries = (0,dist/* isSeq */.oP)(list) ? list.items.filter(each => (0,dist/* isMap */.jh)(each)) : [];
    const changes = Object.entries(images).flatMap(([image, { repository, digest }]) => {
        const nameOf = (entry) => textOf(entry, 'newName') ?? textOf(entry, 'name');
        const [entry, second] = entries.filter(each => sameRepository(nameOf(each), repository));
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
    const key = repositoryKey(written);
    return key !== undefined && key === repositoryKey(repository);
}
function repositoryKey(image) {
    try {
        return (0,reference/* parseReference */.F2)((0,kinds/* repositoryOf */._M)(String(image))).repository;
    }
    catch {
        return undefined;
    }
}


/***/ }),

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

/***/ 58440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bringsOnlyReleases: () => (/* binding */ bringsOnlyReleases),
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
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72315);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);






const text = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().transform(_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$);
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
    branch: text.exactOptional(),
    restores: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).exactOptional(),
    proved: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true).exactOptional(),
    reversible: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(false).exactOptional(),
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
        throw new Error(`it is damaged: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(zod__WEBPACK_IMPORTED_MODULE_7__/* .prettifyError */ .S1(error)).slice(0, 300)}`);
    if (data.app === app && data.environment === environment)
        return data;
    throw new Error(`it belongs to ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(data.app)} in ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(data.environment)}`);
}
const formatLog = (log) => `${JSON.stringify(log, null, 2)}\n`;
function withEntry(log, entry) {
    const others = log.releases.filter(({ release }) => release !== entry.release);
    const releases = [...others, entry].sort((a, b) => a.release - b.release);
    const kept = releases.filter(({ state }) => state === 'verified').slice(-2);
    return {
        ...log,
        releases: releases.filter((each, at) => at >= releases.length - most || kept.includes(each)),
    };
}
const latestOf = ({ releases }) => releases.at(-1);
const nextRelease = (log) => (latestOf(log)?.release ?? 0) + 1;
const verifiedIn = ({ releases }, before = Number.POSITIVE_INFINITY) => releases.findLast(({ release, state }) => state === 'verified' && release < before);
const isUnfinished = ({ state }) => state === 'open' || state === 'paused' || state === 'rolling-back';
function imagesOf(entry, own) {
    const entries = Object.entries(entry.images).map(([name, reference]) => {
        const repository = Object.hasOwn(own, name) ? own[name]?.repository : undefined;
        const isOwn = repository !== undefined && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(reference)) === (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        return isOwn ? [name, { repository, digest: (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference).digest }] : undefined;
    });
    return entries.length > 0 && entries.every(each => each !== undefined)
        ? Object.fromEntries(entries)
        : undefined;
}
function bringsOnlyReleases(commits) {
    const messages = Array.isArray(commits)
        ? commits.map(each => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(each) ? String(each.message) : ''))
        : [];
    const isRelease = (message) => /^Slipway-Release: \d+$/m.test(message);
    const isMerge = (message) => /^Merge pull request #\d+ from /.test(message);
    return messages.some(isRelease) && messages.every(each => isRelease(each) || isMerge(each));
}
function commitMessage(title, { app, environment }, { release, images }, by, skipsRuns) {
    const trailers = [
        `Slipway-Application: ${app}`,
        `Slipway-Environment: ${environment}`,
        `Slipway-Release: ${release}`,
        ...Object.values(images).map(reference => `Slipway-Image: ${reference}`),
        `Slipway-Run: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(by.url ?? (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(by))}`,
        ...(by.revision === undefined ? [] : [`Slipway-Revision: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(by.revision)}`]),
    ];
    const skip = skipsRuns ? '[skip ci]\n\n' : '';
    return `${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(title)}\n\n${skip}${trailers.join('\n')}\n`;
}


/***/ }),

/***/ 76382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DeliveryLost: () => (/* binding */ DeliveryLost),
/* harmony export */   DeliverySession: () => (/* binding */ DeliverySession),
/* harmony export */   changedBy: () => (/* binding */ changedBy),
/* harmony export */   haveDigests: () => (/* binding */ haveDigests),
/* harmony export */   longestWrite: () => (/* binding */ longestWrite),
/* harmony export */   moving: () => (/* binding */ moving),
/* harmony export */   pauseAfterRace: () => (/* binding */ pauseAfterRace),
/* harmony export */   usualPace: () => (/* binding */ usualPace)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _edit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50886);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90178);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58440);






const usualPace = {
    look: 2_000,
    branch: 15_000,
    controllerGrace: 30_000,
    log: 5_000,
    race: 3_000,
};
const pauseAfterRace = (pace = {}) => (attempt) => Math.random() * Math.min(attempt, 5) * (pace.race ?? usualPace.race);
const longestWrite = 5 * 60_000;
class DeliveryLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
class DeliverySession {
    context;
    heads = { head: '' };
    log;
    changed = false;
    constructor(context) {
        this.context = context;
        this.log = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.parseLog)(undefined, context.config.app, context.environmentName);
    }
    async load() {
        const { repository, config, environmentName } = this.context;
        this.heads = await repository.refresh();
        const { log } = this.heads;
        const text = log === undefined ? undefined : await repository.read(log, _log_js__WEBPACK_IMPORTED_MODULE_5__.logFile);
        try {
            this.log = (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.parseLog)(text, config.app, environmentName);
        }
        catch (error) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the log of the releases at ${repository.logRef} cannot be used: ${error.message}`, `delete that ref (git push ${repository.url} :${repository.logRef}); the next release begins a new log`, { cause: error });
        }
    }
    async texts(commit = this.heads.head) {
        const paths = new Set(this.context.gitops.files.map(_edit_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOfFile */ .d8));
        const read = [...paths].map(async (path) => [path, await this.context.repository.read(commit, path)]);
        return new Map(await Promise.all(read));
    }
    async save(entry, updates = [], also = []) {
        const { repository } = this.context;
        const log = [...also, entry].reduce(_log_js__WEBPACK_IMPORTED_MODULE_5__.withEntry, this.log);
        const message = `Release ${entry.release}: ${entry.state}\n`;
        const commit = await repository.commitAlone(this.heads.log, { name: _log_js__WEBPACK_IMPORTED_MODULE_5__.logFile, text: (0,_log_js__WEBPACK_IMPORTED_MODULE_5__.formatLog)(log) }, message);
        const before = this.changed;
        this.changed = true;
        try {
            const pushed = await repository.push([...updates, { ref: repository.logRef, to: commit }], this.heads);
            if (!pushed)
                this.changed = before;
            if (!pushed)
                return false;
        }
        catch (error) {
            if (error instanceof _git_js__WEBPACK_IMPORTED_MODULE_4__/* .RefusedByServer */ .HV)
                this.changed = before;
            throw error;
        }
        this.log = log;
        this.heads = { ...this.heads, log: commit };
        return true;
    }
    async write(entry, also = []) {
        const end = performance.now() + longestWrite;
        for (;;) {
            try {
                if (await this.save(entry, [], also))
                    return entry;
                await this.load();
                this.requireOurs(entry);
                if (performance.now() >= end)
                    throw moving(this.context.repository);
            }
            catch (error) {
                const stays = error instanceof DeliveryLost || error instanceof _git_js__WEBPACK_IMPORTED_MODULE_4__/* .RefusedByServer */ .HV;
                if (stays || !(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || performance.now() >= end)
                    throw error;
                this.context.report(`warning: ${error.message}; trying again`);
                await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)(this.context.pace?.log ?? usualPace.log);
            }
        }
    }
    requireOurs({ release, by }) {
        const now = this.log.releases.find(each => each.release === release);
        if (now !== undefined && now.by.run === by.run)
            return;
        const who = now === undefined ? 'another run' : (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(now.by);
        throw new DeliveryLost(`this run stopped: ${who} has taken over release ${release}`, 'look at that run');
    }
    moment(later = 0) {
        return new Date(this.context.cluster.now() + later).toISOString();
    }
}
const moving = ({ url, branch }) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the commit could not be pushed: others pushed to branch ${branch} of ${url} first, in every attempt`, 'run this again when fewer commits are pushed to it');
function changedBy(texts, files, images) {
    const after = edited(texts, files, images);
    if (after.size === 0 || haveDigests(new Map([...texts, ...after]), files, images))
        return after;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${[...after.keys()].join(' and ')} was not changed: the new digest could not be read back from it`, 'write the current value on one line and in quotes, such as ""');
}
function haveDigests(...files) {
    try {
        return edited(...files).size === 0;
    }
    catch (error) {
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return false;
        throw error;
    }
}
function edited(texts, files, images) {
    const edits = new Map();
    for (const file of files) {
        if (typeof file !== 'string' && file.of !== undefined && images[file.of] === undefined)
            continue;
        const path = (0,_edit_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOfFile */ .d8)(file);
        const before = texts.get(path) ?? '';
        const { changes } = edits.get(path) ?? { changes: [] };
        const added = (0,_edit_js__WEBPACK_IMPORTED_MODULE_3__/* .changesOf */ .fs)(before, file, images).filter(({ start }) => changes.every(each => each.start !== start));
        edits.set(path, { before, changes: [...changes, ...added] });
    }
    const found = new Set([...edits.values()].flatMap(({ changes }) => changes.map(({ image }) => image)));
    const missing = Object.entries(images).find(([name]) => !found.has(name));
    if (missing !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`none of the files in \`delivery.gitops.files\` has the image ${missing[0]} (${missing[1].repository})`, 'list the file that has it');
    const all = [...edits].map(([path, { before, changes }]) => [path, before, (0,_edit_js__WEBPACK_IMPORTED_MODULE_3__/* .withChanges */ .AW)(before, changes)]);
    return new Map(all.filter(([, before, after]) => before !== after).map(([path, , after]) => [path, after]));
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
