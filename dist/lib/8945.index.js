export const id = 8945;
export const ids = [8945,6382,8440,2644,794];
export const modules = {

/***/ 2644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   objectOf: () => (/* binding */ objectOf),
/* harmony export */   ofArgoCd: () => (/* binding */ ofArgoCd),
/* harmony export */   ofFlux: () => (/* binding */ ofFlux),
/* harmony export */   readController: () => (/* binding */ readController),
/* harmony export */   requireRunning: () => (/* binding */ requireRunning)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);




const custom = (group, version, plural, kind) => ({
    ...{ group, version, plural, kind },
    namespaced: true,
});
const kinds = {
    application: custom('argoproj.io', 'v1alpha1', 'applications', 'Application'),
    kustomization: custom('kustomize.toolkit.fluxcd.io', 'v1', 'kustomizations', 'Kustomization'),
    helmrelease: custom('helm.toolkit.fluxcd.io', 'v2', 'helmreleases', 'HelmRelease'),
};
function objectOf({ argocd, flux }) {
    if (argocd !== undefined)
        return { resource: kinds.application, namespace: argocd.namespace, name: argocd.name };
    const { kustomization, helmrelease = '', namespace = '' } = flux ?? {};
    return kustomization === undefined
        ? { resource: kinds.helmrelease, namespace, name: helmrelease }
        : { resource: kinds.kustomization, namespace, name: kustomization };
}
async function readController(cluster, controller) {
    const { resource, namespace, name } = objectOf(controller);
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, name));
    if (object === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${resource.kind}/${name} does not exist in namespace ${namespace}`, 'correct `delivery.gitops.controller` in slipway.yml');
    return controller.argocd === undefined ? ofFlux(object) : ofArgoCd(object);
}
async function requireRunning(cluster, controller) {
    const found = await readController(cluster, controller);
    if (found.stopped === undefined)
        return found;
    const { why, remedy } = found.stopped;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${found.name} would not roll the commit out: ${why}`, remedy);
}
function ofArgoCd(object) {
    const name = `Application/${object.metadata?.name} of Argo CD`;
    const { spec, status } = object;
    const policy = mapOf(mapOf(spec?.syncPolicy).automated);
    const isManual = !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(mapOf(spec?.syncPolicy).automated) || policy.enabled === false;
    const sync = mapOf(status?.sync);
    const health = mapOf(status?.health);
    const operation = mapOf(status?.operationState);
    const isFailed = operation.phase === 'Failed' || operation.phase === 'Error';
    const error = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(status?.conditions).find(({ type }) => /Error$/.test(String(type)));
    const attempted = [mapOf(operation.syncResult), mapOf(mapOf(operation.operation).sync)].map(revisionsIn);
    const failed = isFailed
        ? `the sync failed: ${short(operation.message)}`
        : error === undefined
            ? undefined
            : `${said(error.type)}: ${short(error.message)}`;
    return {
        name,
        revisions: (isFailed ? attempted : [revisionsIn(sync), ...attempted]).find(each => each.length > 0) ?? [],
        ...(isManual
            ? { stopped: { why: 'it does not sync by itself', remedy: 'set `syncPolicy: {automated: {}}` in it' } }
            : {}),
        ...(failed === undefined ? {} : { failed }),
        sentence: `${said(sync.status) ?? 'Unknown'}, ${said(health.status) ?? 'Unknown'}`,
    };
}
const revisionsIn = ({ revision, revisions }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([revision, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)(revisions)]);
function ofFlux(object) {
    const { kind, metadata } = object;
    const { spec, status } = object;
    const conditions = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(status?.conditions);
    const find = (type) => conditions.find(each => each.type === type);
    const isCurrent = Number(status?.observedGeneration ?? 0) >= Number(metadata?.generation ?? 0);
    const stalled = find('Stalled');
    const ready = find('Ready');
    const bad = [
        stalled?.status === 'True' ? stalled : undefined,
        ready?.status === 'False' ? ready : undefined,
    ].find(each => each !== undefined && !waits.has(String(each.reason)));
    const written = status?.[bad === undefined ? 'lastAppliedRevision' : 'lastAttemptedRevision'] ??
        status?.lastAttemptedRevision;
    const revisions = kind === 'HelmRelease' ? [] : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([/[0-9a-f]{40,64}$/.exec(said(written) ?? '')?.[0]]);
    const state = ready === undefined
        ? 'not reconciled yet'
        : `Ready ${ready.status}: ${short(ready.message ?? ready.reason)}`;
    return {
        name: `${kind}/${metadata?.name} of Flux`,
        revisions,
        ...(spec?.suspend === true
            ? {
                stopped: {
                    why: 'it is suspended',
                    remedy: `run: flux resume ${String(kind).toLowerCase()} ${metadata?.name} -n ${metadata?.namespace}`,
                },
            }
            : {}),
        ...(bad !== undefined && isCurrent ? { failed: `${said(bad.reason)}: ${short(bad.message)}` } : {}),
        sentence: spec?.suspend === true ? 'suspended' : state,
    };
}
const waits = new Set([
    ...['Progressing', 'ProgressingWithRetry', 'DependencyNotReady', 'ArtifactFailed', 'SourceNotReady'],
    'HealthCheckFailed',
]);
const mapOf = (value) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? value : {});
const said = (value) => typeof value === 'string' && value !== '' ? (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(value) : undefined;
const short = (value) => {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(String(value ?? 'no message').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
};


/***/ }),

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

/***/ 84961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ checked),
/* harmony export */   U4: () => (/* binding */ otherDigests),
/* harmony export */   e6: () => (/* binding */ follow)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14954);
/* harmony import */ var _verify_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10794);
/* harmony import */ var _controller_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2644);
/* harmony import */ var _live_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81410);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76382);







async function follow(session, following) {
    const { context } = session;
    const { cluster, environment, registry, report, signal, gitops } = context;
    const pace = { ..._session_js__WEBPACK_IMPORTED_MODULE_5__.usualPace, ...context.pace };
    const watch = new _live_js__WEBPACK_IMPORTED_MODULE_4__/* .LiveWatch */ .QK(cluster, environment, { registry, report });
    const commits = new Set(following.commit === undefined ? [] : [following.commit]);
    const controller = new ControllerWatch(following.known?.failed, commits, pace.controllerGrace);
    let branchAt = performance.now();
    let told = '';
    for (;;) {
        if (signal?.aborted)
            return { kind: 'cancelled', reason: 'the run was cancelled' };
        const look = await watch.look(following.wanted);
        if (look.at === 'served')
            return { kind: 'served' };
        if (look.at === 'failed')
            return { kind: 'failed', reason: look.sentence };
        const status = gitops.controller && (await quietly(() => (0,_controller_js__WEBPACK_IMPORTED_MODULE_3__.readController)(cluster, gitops.controller ?? {}), report));
        const said = status === undefined ? '' : `; ${status.name}: ${status.sentence}`;
        const problem = status && controller.problemIn(status, performance.now());
        if (problem !== undefined)
            return { kind: 'failed', reason: problem };
        if (cluster.now() >= following.until)
            return { kind: 'failed', reason: `it was not rolled out in time: ${look.sentence}${said}` };
        if (performance.now() - branchAt >= pace.branch) {
            branchAt = performance.now();
            const other = await quietly(() => changedOnBranch(session, following, commits), report);
            if (other !== undefined)
                return { kind: 'superseded', reason: other };
        }
        if (`${look.sentence}${said}` !== told)
            report(`waiting: ${look.sentence}${said}`);
        told = `${look.sentence}${said}`;
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(pace.look, signal && { signal }).catch(() => undefined);
    }
}
class ControllerWatch {
    #known;
    #commits;
    #grace;
    #since;
    constructor(known, commits, grace) {
        this.#known = known;
        this.#commits = commits;
        this.#grace = grace;
    }
    problemIn({ name, revisions, failed, stopped }, at) {
        const isOurs = revisions.length === 0 ? failed !== this.#known : revisions.some(each => this.#commits.has(each));
        const problem = stopped?.why ?? (isOurs ? failed : undefined);
        this.#since = problem === undefined ? undefined : (this.#since ?? at);
        return this.#since !== undefined && at - this.#since >= this.#grace ? `${name}: ${problem}` : undefined;
    }
}
async function changedOnBranch(session, { images }, commits) {
    const { repository, gitops } = session.context;
    const { head } = await repository.refresh();
    if (images === undefined || commits.has(head))
        return undefined;
    if (!(0,_session_js__WEBPACK_IMPORTED_MODULE_5__.haveDigests)(await session.texts(head), gitops.files, images))
        return otherDigests(repository.branch);
    commits.add(head);
    return undefined;
}
const otherDigests = (branch) => `another commit changed the digests on ${branch}`;
async function quietly(work, report) {
    try {
        return await work();
    }
    catch (error) {
        report(`warning: ${error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? error.message : (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`);
        return undefined;
    }
}
async function checked({ context }) {
    const { cluster, environment } = context;
    const checks = environment.verify?.checks ?? [];
    if (checks.length === 0)
        return undefined;
    const { send } = await (0,_verify_target_js__WEBPACK_IMPORTED_MODULE_2__.checkTargetOf)(cluster, environment);
    const results = await (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_6__/* .runChecks */ .J)(checks, send, { now: () => performance.now(), sleep: _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7 });
    const bad = results.find(({ ok }) => !ok);
    return bad && `GET ${bad.check.get} ${bad.reason}`;
}


/***/ }),

/***/ 2033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X0: () => (/* binding */ afterMerge),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   m5: () => (/* binding */ aliveUntil),
/* harmony export */   ne: () => (/* binding */ withdraw),
/* harmony export */   oB: () => (/* binding */ waitsForMerge),
/* harmony export */   ob: () => (/* binding */ land)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58440);



const margin = 5 * 60_000;
function aliveUntil({ context }) {
    const { by, merged, within } = context.gitops;
    const longest = 2 * within + (by === 'push' ? 0 : 2 * merged);
    return new Date(context.cluster.now() + longest + margin).toISOString();
}
async function isAlive({ context }, entry) {
    const { cluster, hasEnded, origin } = context;
    if (entry.state === 'paused' || entry.by.run === origin.run)
        return false;
    if (Date.parse(entry.until) <= cluster.now())
        return false;
    return hasEnded === undefined || !(await hasEnded(entry.by));
}
const waitsForMerge = ({ context }, { commit, pull }) => context.gitops.by === 'pull-request' && (commit === undefined || pull !== undefined);
async function land(session, entry, texts, title) {
    const { config, environmentName: environment, gitops, origin, pulls, repository, report } = session.context;
    if (texts.size === 0)
        return (await session.save(entry)) ? entry : undefined;
    const skipsRuns = gitops.repository === undefined && gitops.by === 'push';
    const message = (0,_log_js__WEBPACK_IMPORTED_MODULE_2__.commitMessage)(title, { app: config.app, environment }, entry, origin, skipsRuns);
    const commit = await repository.commit(session.heads.head, texts, message);
    if (gitops.by === 'push') {
        const landed = { ...entry, commit };
        if (!(await session.save(landed, [{ ref: repository.branchRef, to: commit }])))
            return undefined;
        report(`${title}: ${commit} on ${repository.branch}`);
        return landed;
    }
    if (pulls === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('`by: pull-request` needs a repository at GitHub, and a token', 'set `gitops-token`, or write `by: push`');
    const branch = branchOf(session, entry);
    if (!(await session.save(entry, [{ ref: `refs/heads/${branch}`, to: commit }])))
        return undefined;
    const body = message.split('\n\n').slice(1).join('\n\n');
    const { number: pull } = await pulls.open(branch, repository.branch, title, body);
    report(`pull request #${pull} waits for its merge`);
    return awaitMerge(session, await session.write({ ...entry, pull }));
}
const branchOf = ({ context }, { release, state }) => `slipway/${context.config.app}/${context.environmentName}/${release}${state === 'rolling-back' ? '-revert' : ''}`;
async function awaitMerge(session, entry) {
    const { cluster, gitops, signal, pace } = session.context;
    const until = cluster.now() + gitops.merged;
    for (;;) {
        const after = await afterMerge(session, entry);
        if (after !== undefined)
            return after;
        if (signal?.aborted && entry.state === 'open')
            return withdraw(session, entry, 'failed', 'the run was cancelled before the merge');
        if (signal?.aborted || cluster.now() >= until) {
            const reason = `pull request #${entry.pull} is not merged yet`;
            const state = entry.state === 'rolling-back' ? 'needs-action' : 'paused';
            return session.write({ ...entry, state, reason });
        }
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(pace?.branch ?? 10_000, signal && { signal }).catch(() => undefined);
    }
}
async function withdraw(session, entry, state, reason) {
    if (entry.pull !== undefined)
        await session.context.pulls?.close(entry.pull);
    return session.write({ ...entry, state, reason });
}
async function afterMerge(session, entry) {
    const { pulls } = session.context;
    const found = entry.pull === undefined ? await pulls?.of(branchOf(session, entry)) : await pulls?.read(entry.pull);
    if (found?.state === 'open')
        return undefined;
    if (found?.state === 'merged' && found.commit !== undefined) {
        const { reason: _, pull: __, ...rest } = entry;
        const state = entry.state === 'paused' ? 'open' : entry.state;
        return session.write({ ...rest, state, commit: found.commit, until: aliveUntil(session) });
    }
    const reason = found === undefined
        ? 'its run ended before it opened a pull request'
        : `pull request #${found.number} was closed without a merge`;
    return session.write({
        ...entry,
        state: entry.state === 'rolling-back' ? 'needs-action' : 'failed',
        reason: entry.reason === undefined ? reason : `${entry.reason}; ${reason}`,
    });
}


/***/ }),

/***/ 81410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QK: () => (/* binding */ LiveWatch),
/* harmony export */   XT: () => (/* binding */ imagesNow)
/* harmony export */ });
/* unused harmony export compare */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _release_rollout_health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60203);
/* harmony import */ var _release_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70371);
/* harmony import */ var _release_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69515);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);
/* harmony import */ var _release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90352);
/* harmony import */ var _release_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18909);
/* harmony import */ var _release_workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17121);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(72315);











async function imagesNow(cluster, environment, repositories) {
    const own = new Set(repositories.map(repositoryKey));
    const found = await Promise.all(refsOf(environment).map(async (ref) => {
        const live = await cluster.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(environment.namespace, ref));
        const containers = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec).filter(({ image = '' }) => own.has(repositoryKey(image)));
        return [
            (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref),
            Object.fromEntries(containers.map(({ name, image = '' }) => [name, image])),
        ];
    }));
    return Object.fromEntries(found.filter(([, containers]) => Object.keys(containers).length > 0));
}
const refsOf = (environment) => [environment.workload, ...(0,_release_workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__/* .workersOf */ .N)(environment)];
class LiveWatch {
    #cluster;
    #environment;
    #registry;
    #report;
    #grace = new Map();
    constructor(cluster, environment, { registry, report }) {
        this.#cluster = cluster;
        this.#environment = environment;
        this.#registry = registry;
        this.#report = report;
    }
    async look(wanted) {
        const looks = await Promise.all(refsOf(this.#environment).map(ref => this.#lookAt(ref, wanted)));
        return (looks.find(({ at }) => at === 'failed') ?? looks.find(({ at }) => at === 'waiting') ?? { at: 'served' });
    }
    async #lookAt(ref, wanted) {
        const { namespace } = this.#environment;
        const title = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref);
        const live = await this.#cluster.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(namespace, ref));
        if (live === undefined)
            return { at: 'waiting', sentence: `${title} does not exist in namespace ${namespace}` };
        const { pinned, other } = compare(live, title, wanted);
        if (other !== undefined)
            return { at: 'waiting', sentence: `${title}: ${other}` };
        const failure = await this.#failureOf(ref, live);
        if (failure !== undefined)
            return { at: 'failed', sentence: `${title}: ${failure}` };
        if (!(0,_release_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .isComplete */ .As)(live))
            return { at: 'waiting', sentence: `${title}: ${(0,_release_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .progressText */ .l_)(live)}` };
        if ((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(live) === 'CronJob' || live.spec?.replicas === 0)
            return { at: 'served' };
        const expected = await (0,_release_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_7__/* .acceptable */ .FI)(pinned, this.#registry, this.#report);
        const service = ref === this.#environment.workload ? this.#environment.service : undefined;
        const place = { namespace, ...(service === undefined ? {} : { service }) };
        const served = await (0,_release_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_7__/* .observeServed */ .gw)(this.#cluster, place, live, expected);
        return served.ok ? { at: 'served' } : { at: 'waiting', sentence: `${title}: ${served.reasons[0]}` };
    }
    async #failureOf(ref, live) {
        const { namespace } = this.#environment;
        const labelSelector = (0,_release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__/* .selectorOf */ .Bk)(live);
        const { revisions, refusedInEvents } = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .traitsOf */ .JC)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(live));
        if (revisions === undefined)
            return undefined;
        const [pods, kept, events] = await Promise.all([
            this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), { labelSelector }),
            this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(revisions, namespace), { labelSelector }),
            refusedInEvents
                ? this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.event, namespace), (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .about */ .Cv)(ref))
                : { items: [] },
        ]);
        const grace = this.#grace.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref)) ?? new _release_rollout_health_js__WEBPACK_IMPORTED_MODULE_2__/* .FailureGrace */ .XY((0,_release_rollout_health_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeIsComing */ .AM)(this.#cluster, namespace));
        this.#grace.set((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(ref), grace);
        const seen = { revisions: kept.items, pods: pods.items, events: events.items };
        const assessment = await grace.assess(live, seen, performance.now());
        if (assessment?.state !== 'failed')
            return undefined;
        return (0,_release_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__/* .sentenceOf */ .$N)(assessment.cause, await (0,_release_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_4__/* .gatherEvidence */ .hx)(this.#cluster, namespace, assessment.cause));
    }
}
function compare(live, title, wanted) {
    const containers = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec);
    const running = new Set((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOf */ .kW)(live)?.spec?.containers?.map(({ name }) => name));
    const all = 'before' in wanted
        ? Object.entries(wanted.before[title] ?? {})
        : containers.flatMap(({ name, image = '' }) => Object.values(wanted.images)
            .filter(each => repositoryKey(each) === repositoryKey(image))
            .map((each) => [name, each]));
    const wrong = all.find(([name, image]) => {
        const now = containers.find(each => each.name === name)?.image ?? '';
        return image.includes('@') ? now.split('@')[1] !== image.split('@')[1] : now !== image;
    });
    const pinned = Object.fromEntries(all.filter(([name, image]) => running.has(name) && image.includes('@')));
    if (wrong !== undefined) {
        const now = containers.find(({ name }) => name === wrong[0])?.image ?? 'nothing';
        return { pinned, other: `container ${wrong[0]} still has the image ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_9__/* .printable */ .g)((0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_10__/* .shortDigests */ .s)(now))}` };
    }
    if (all.length === 0 && 'images' in wanted)
        return {
            pinned,
            other: `no container has an image of ${Object.values(wanted.images).map(_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M).join(' or ')}`,
        };
    return { pinned };
}
function repositoryKey(image) {
    try {
        return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M)(image)).repository;
    }
    catch {
        return image;
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

/***/ 70371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   Bf: () => (/* binding */ takingOver),
/* harmony export */   Fs: () => (/* binding */ standingOf),
/* harmony export */   RF: () => (/* binding */ isControlled),
/* harmony export */   YP: () => (/* binding */ isAdopted),
/* harmony export */   ZP: () => (/* binding */ ownerProblem),
/* harmony export */   gc: () => (/* binding */ hasNoSurge),
/* harmony export */   l_: () => (/* binding */ progressText),
/* harmony export */   nt: () => (/* binding */ writtenAt),
/* harmony export */   o6: () => (/* binding */ updateBlocker),
/* harmony export */   t8: () => (/* binding */ isKept)
/* harmony export */ });
/* unused harmony exports foreignOwner, helmOwner */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);


function standingOf(workload) {
    const { metadata, status } = workload;
    const desired = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload);
    const observed = (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0);
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)) {
        case 'CronJob':
            return { observed: true, desired, updated: 0, available: 0, complete: true };
        case 'DaemonSet': {
            const updated = status?.updatedNumberScheduled ?? 0;
            const available = status?.numberAvailable ?? 0;
            return {
                observed,
                desired,
                updated,
                available,
                complete: observed && updated >= desired && available >= desired,
            };
        }
        case 'StatefulSet': {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const turned = status?.currentRevision === status?.updateRevision;
            const complete = observed &&
                turned &&
                updated >= desired &&
                available >= desired &&
                (status?.replicas ?? 0) <= desired;
            return { observed, desired, updated, available, complete };
        }
        default: {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const complete = observed && updated >= desired && (status?.replicas ?? 0) <= updated && available >= updated;
            return { observed, desired, updated, available, complete };
        }
    }
}
const isComplete = (workload) => standingOf(workload).complete;
function progressText(workload) {
    const { desired, updated, available } = standingOf(workload);
    return `${available} of ${desired} pods available, ${updated} with the newest template`;
}
function hasNoSurge({ kind, spec }) {
    if (kind === 'StatefulSet')
        return true;
    const nothing = (surge) => surge === 0 || surge === '0%' || surge === '0';
    if (kind === 'DaemonSet') {
        const surge = spec?.updateStrategy?.rollingUpdate?.maxSurge;
        return surge === undefined || nothing(surge);
    }
    return spec?.strategy?.type === 'Recreate' || nothing(spec?.strategy?.rollingUpdate?.maxSurge);
}
function updateBlocker(workload) {
    const { kind, name } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(workload);
    const title = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)({ kind, name });
    const { paused, updateStrategy } = workload.spec ?? {};
    if (kind === 'Deployment' && paused === true)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} is paused`, `resume it: kubectl rollout resume deployment/${name}`);
    if (kind !== 'StatefulSet' && kind !== 'DaemonSet')
        return undefined;
    if (updateStrategy?.type === 'OnDelete')
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has updateStrategy OnDelete, so its pods keep their version until they are deleted`, 'set `updateStrategy: {type: RollingUpdate}` in its manifest');
    const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
    if (partition > 0)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has a partition of ${partition} in updateStrategy, so its pods below that number keep their version`, 'remove `partition` from its manifest, or set it to 0');
    return undefined;
}
const claims = [
    {
        owner: 'Argo CD',
        by: o => has(o.metadata?.annotations, 'argocd.argoproj.io/tracking-id') ||
            has(o.metadata?.labels, 'argocd.argoproj.io/instance') ||
            managed(o, 'argocd-controller'),
    },
    {
        owner: 'Flux',
        by: o => has(o.metadata?.labels, 'kustomize.toolkit.fluxcd.io/name') ||
            has(o.metadata?.labels, 'helm.toolkit.fluxcd.io/name') ||
            managed(o, 'kustomize-controller'),
    },
    {
        owner: 'Helm',
        by: o => has(o.metadata?.annotations, 'meta.helm.sh/release-name') || managed(o, 'helm'),
    },
];
function foreignOwner(object) {
    return claims.find(claim => claim.by(object))?.owner;
}
const helmOwner = ({ metadata }) => ({
    release: metadata?.annotations?.['meta.helm.sh/release-name'],
    namespace: metadata?.annotations?.['meta.helm.sh/release-namespace'],
});
function isAdopted(object, { adopt, namespace }) {
    const owner = helmOwner(object);
    return (adopt !== undefined &&
        owner.release === adopt.helm &&
        owner.namespace === namespace &&
        foreignOwner(object) === 'Helm');
}
function ownerProblem(object, environment) {
    const owner = foreignOwner(object);
    if (owner === undefined || isAdopted(object, environment))
        return undefined;
    const { release, namespace } = helmOwner(object);
    const known = owner === 'Helm' && release !== undefined;
    const isHere = namespace === environment.namespace;
    const place = isHere || namespace === undefined ? '' : ` in namespace ${namespace}`;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${object.kind}/${object.metadata?.name} is managed by ${owner}${known ? ` (release ${release}${place})` : ''}, which would revert the writes of a release`, known && isHere
        ? `release it with Helm, or take it over by \`adopt: {helm: ${release}}\` in its environment in slipway.yml`
        : owner === 'Helm'
            ? `release it with ${owner}, or end its management by ${owner} first`
            : `release by a commit that ${owner} applies, with \`delivery: {gitops: …}\` in its environment in slipway.yml (docs/gitops.md), or end its management by ${owner} first`);
}
const takingOver = (environment) => live => {
    const problem = ownerProblem(live, environment);
    if (problem !== undefined)
        throw problem;
    return true;
};
function isKept({ kind, metadata }) {
    const policy = metadata?.annotations?.['helm.sh/resource-policy'] ?? '';
    return policy.trim().toLowerCase() === 'keep' && !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .isReleased */ .OZ)(kind);
}
function isControlled(object) {
    return (object.metadata?.ownerReferences ?? []).some(owner => owner.controller === true);
}
function writtenAt({ metadata }) {
    const times = (metadata?.managedFields ?? [])
        .filter(({ manager, subresource }) => manager === 'slipway' && !subresource)
        .map(({ time }) => Date.parse(time ?? '') || 0);
    return Math.max(0, ...times);
}
const has = (map, key) => map?.[key] !== undefined;
const managed = (object, manager) => (object.metadata?.managedFields ?? []).some(field => field.manager === manager);


/***/ }),

/***/ 90352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const revisionLabel = 'controller-revision-hash';
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
function matches(selector, own = {}) {
    const entries = Object.entries(selector ?? {});
    return entries.length > 0 && entries.every(([key, value]) => own[key] === value);
}
const podsOfTrack = ({ pods }, track) => pods.filter(pod => (pod.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.track] === 'canary') === (track === 'canary'));
function readyOf(objects) {
    const { workload, canary, revisions } = objects;
    const count = (track, owner) => {
        const isOwn = podsOwnedBy(owner, revisions);
        return podsOfTrack(objects, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod)).length;
    };
    return { stable: count('stable', workload), canary: count('canary', canary) };
}
function newestOf(workload, revisions) {
    const own = workload.metadata?.uid;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
        case 'StatefulSet': {
            const { updateRevision } = workload.status ?? {};
            if (updateRevision === undefined)
                return undefined;
            return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
        }
        case 'DaemonSet': {
            const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
            return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
        }
        case 'CronJob':
            return undefined;
        default: {
            const set = newestReplicaSet(workload, revisions);
            if (set !== undefined && numberOf(set) < numberOf(workload))
                return undefined;
            return pod => isOwnedBy(pod, set?.metadata?.uid);
        }
    }
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => isOwnedBy(set, deployment.metadata?.uid))
        .sort((a, b) => numberOf(b) - numberOf(a))[0];
}
function numberOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
const revisionOfPod = ({ metadata }) => metadata?.labels?.[revisionLabel];
function revisionWith(workload, revisions) {
    const wanted = plain((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) && plain(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const plain = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
function selectorOf(workload) {
    const { matchLabels, matchExpressions } = workload?.spec?.selector ?? {};
    return [
        ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
        ...(matchExpressions ?? []).map(({ key, operator, values }) => {
            if (operator === 'Exists')
                return key;
            if (operator === 'DoesNotExist')
                return `!${key}`;
            return `${key} ${operator.toLowerCase()} (${(values ?? []).join(',')})`;
        }),
    ].join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';


/***/ }),

/***/ 14954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ runChecks)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/verify/json-path.js

const step = /(?:^|(?!^)\.)([A-Za-z_$][A-Za-z0-9_$-]*)|\[(0|[1-9][0-9]{0,8})\]/y;
function parseJsonPath(text) {
    const steps = [];
    step.lastIndex = 0;
    let end = 0;
    while (end < text.length) {
        const match = step.exec(text);
        if (match === null)
            return undefined;
        steps.push(match[1] ?? Number(match[2]));
        end = step.lastIndex;
    }
    return steps.length > 0 ? steps : undefined;
}
function valueAt(value, path) {
    let current = value;
    for (const part of path) {
        if (typeof part === 'number' ? !Array.isArray(current) : !(0,map/* isMap */.jh)(current))
            return undefined;
        const container = current;
        if (!Object.hasOwn(container, part))
            return undefined;
        current = Reflect.get(container, part);
    }
    return current;
}

;// CONCATENATED MODULE: ./.build/js/src/verify/assertions.js

function assess(check, response) {
    const reason = statusProblem(check, response) ??
        htmlProblem(check, response) ??
        typeProblem(check, response) ??
        headersProblem(check, response) ??
        jsonProblem(check, response) ??
        bodyProblem(check, response);
    return reason === undefined ? { ok: true } : { ok: false, reason };
}
function statusProblem(check, { status, headers, body }) {
    if (status === check.status)
        return undefined;
    const location = headers.location;
    const detail = status >= 300 && status < 400 && location !== undefined
        ? ` (a redirect to ${excerpt(location)}, which is not followed)`
        : quotedBody(body);
    return `answered ${status}, expected ${check.status}${detail}`;
}
function htmlProblem(check, response) {
    const wantsJson = check.json !== undefined || (check.type !== undefined && isJsonType(check.type));
    if (!wantsJson || !isHtml(response))
        return undefined;
    return `answered ${response.status} with HTML where JSON was expected: a single-page app's fallback answers anything`;
}
function typeProblem(check, response) {
    if (check.type === undefined)
        return undefined;
    const type = mediaType(response);
    if (type === check.type.toLowerCase())
        return undefined;
    return `answered with ${type === '' ? 'no media type' : excerpt(type)}, expected ${check.type}`;
}
function headersProblem(check, { headers }) {
    for (const [name, expected] of Object.entries(check.headers ?? {})) {
        const value = headers[name.toLowerCase()];
        if (value === undefined)
            return `answered without the header ${name}, expected "${expected}"`;
        if (value !== expected)
            return `answered with ${name} "${excerpt(value)}", expected "${expected}"`;
    }
    return undefined;
}
function jsonProblem(check, { body }) {
    if (check.json === undefined)
        return undefined;
    let document;
    try {
        document = JSON.parse(body);
    }
    catch {
        return `answered with something that is not JSON${quotedBody(body)}`;
    }
    for (const [path, expected] of Object.entries(check.json)) {
        const steps = parseJsonPath(path);
        const value = steps === undefined ? undefined : valueAt(document, steps);
        if (value === undefined)
            return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
        if (value !== expected)
            return `answered with ${scalar(value)} for ${path}, expected ${JSON.stringify(expected)}`;
    }
    return undefined;
}
function bodyProblem(check, { body }) {
    if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body))
        return undefined;
    const got = body === '' ? 'an empty body' : `the body "${excerpt(body)}"`;
    return `answered with ${got}, expected "${excerpt(check.body)}"`;
}
function excerpt(text) {
    const line = text
        .slice(0, 4096)
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
    const letters = [...line];
    return letters.length > 120 ? `${letters.slice(0, 119).join('')}…` : line;
}
function quotedBody(body) {
    const text = excerpt(body);
    return text === '' ? ' (empty body)' : `: "${text}"`;
}
function scalar(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a map';
    return excerpt(JSON.stringify(value));
}
function mediaType(response) {
    return (response.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}
function isJsonType(type) {
    return /^application\/([\w.-]+\+)?json$/i.test(type);
}
function isHtml(response) {
    const type = mediaType(response);
    return (type === 'text/html' ||
        type === 'application/xhtml+xml' ||
        /^\s*<(!doctype\s+html|html)\b/i.test(response.body));
}
function withoutNewline(text) {
    return text.replace(/\r?\n$/, '');
}

;// CONCATENATED MODULE: ./.build/js/src/verify/checks.js

const pause = 250;
const longestAttempt = 10_000;
function runChecks(checks, send, clock) {
    return Promise.all(checks.map(check => runCheck(check, send, clock)));
}
async function runCheck(check, send, clock) {
    const start = clock.now();
    for (let attempts = 1;; attempts++) {
        const left = check.within - (clock.now() - start);
        const answer = await send(check, Math.max(1, Math.ceil(Math.min(left, longestAttempt))));
        const assessment = answer.ok ? assess(check, answer.response) : answer;
        const ms = clock.now() - start;
        if (assessment.ok)
            return { check, ok: true, attempts, ms };
        if (ms + pause >= check.within)
            return { check, ok: false, reason: assessment.reason, attempts, ms };
        await clock.sleep(pause);
    }
}


/***/ }),

/***/ 60311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ probe)
/* harmony export */ });
/* unused harmony export largestBody */
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);

const largestBody = 1024 * 1024;
async function probe(request) {
    const { base, host, path, timeoutMs } = request;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        const message = await send(request, signal);
        const body = await readBody(message);
        const headers = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
        const url = `${base.protocol}//${host ?? base.host}${joined(base, path)}`;
        return {
            ok: true,
            response: { status: message.statusCode ?? 0, headers: Object.fromEntries(headers), body, url },
        };
    }
    catch (error) {
        if (signal.aborted)
            return { ok: false, reason: `did not answer within ${timeoutMs} ms` };
        if (!(error instanceof Error))
            throw error;
        return { ok: false, reason: failure(error, base) };
    }
}
async function send({ base, host, path, post, headers }, signal) {
    const secure = base.protocol === 'https:';
    const { request } = await (secure ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)));
    const name = (host ?? base.host).replace(/:\d+$/, '');
    const options = {
        hostname: base.hostname.replace(/^\[|\]$/g, ''),
        port: base.port === '' ? (secure ? 443 : 80) : base.port,
        path: joined(base, path),
        method: post === undefined ? 'GET' : 'POST',
        agent: false,
        signal,
        headers: {
            host: host ?? base.host,
            accept: '*/*',
            'accept-encoding': 'identity',
            'user-agent': 'slipway-verify',
            ...headers,
            ...(post === undefined
                ? {}
                : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(post) }),
        },
        ...(secure && !isAddress(name) ? { servername: name } : {}),
    };
    return new Promise((resolve, reject) => {
        const outgoing = request(options);
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.end(post);
    });
}
const readBody = async (message) => (await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(message, largestBody, () => new BodyTooLarge())).toString('utf8');
class BodyTooLarge extends Error {
}
function failure(error, base) {
    if (error instanceof BodyTooLarge)
        return 'answered with a body larger than 1 MiB';
    const code = 'code' in error ? String(error.code) : '';
    const where = base.host;
    switch (code) {
        case 'ECONNREFUSED':
            return `could not be sent: ${where} refused the connection`;
        case 'ECONNRESET':
        case 'EPIPE':
            return `got an incomplete answer: ${where} closed the connection`;
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `could not be sent: the name ${base.hostname} cannot be resolved`;
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'ETIMEDOUT':
            return `could not be sent: ${where} cannot be reached`;
        case 'EPROTO':
            return `could not be sent: ${where} does not speak TLS`;
        default:
            return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)
                ? `could not be sent: TLS with ${where} failed (${error.message})`
                : `could not be sent: ${error.message}`;
    }
}
function joined(base, path) {
    return `${base.pathname.replace(/\/$/, '')}${path}`;
}
function isAddress(name) {
    return /^[\d.]+$/.test(name) || name.startsWith('[');
}


/***/ }),

/***/ 10794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkTargetOf: () => (/* binding */ checkTargetOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60311);



async function checkTargetOf(cluster, environment) {
    const { verify } = environment;
    if (verify?.url !== undefined)
        return direct(new URL(verify.url), undefined);
    return verify?.from === 'service'
        ? throughApiServer(cluster, environment)
        : throughGateway(cluster, environment);
}
function direct(base, host) {
    const place = { base, ...(host === undefined ? {} : { host }) };
    return {
        address: host === undefined ? base.href : `${base.href} as ${host}`,
        send: (check, timeoutMs) => (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .probe */ .d)({ ...place, path: check.get, timeoutMs }),
        request: (request, timeoutMs) => (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .probe */ .d)({ ...place, ...request, timeoutMs }),
    };
}
async function throughGateway(cluster, { namespace, route }) {
    const name = route?.name ?? '';
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.httpRoute, namespace, name));
    if (object === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`HTTPRoute/${name} does not exist in namespace ${namespace}`, 'add it to the manifests');
    const parent = object.spec?.parentRefs?.[0];
    if (parent === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`HTTPRoute/${name} names no Gateway`, 'add parentRefs to it');
    const gateway = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.gateway, parent.namespace ?? namespace, parent.name));
    const address = gateway?.status?.addresses?.[0]?.value;
    const listener = gateway?.spec?.listeners?.find(({ name: section, port }) => (parent.sectionName === undefined || section === parent.sectionName) &&
        (parent.port === undefined || port === parent.port));
    if (address === undefined || listener === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Gateway/${parent.name} of HTTPRoute/${name} has no ${address === undefined ? 'address in its status' : 'matching listener'}`, 'set `verify.url` in slipway.yml to the address that users request');
    }
    const scheme = /^(HTTPS|TLS)$/.test(listener.protocol) ? 'https' : 'http';
    const host = object.spec?.hostnames?.[0] ?? listener.hostname;
    const base = new URL(`${scheme}://${address.includes(':') ? `[${address}]` : address}:${listener.port}`);
    return direct(base, host?.replace(/^\*\./, 'slipway.'));
}
async function throughApiServer(cluster, { namespace, service = '' }) {
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace, service));
    const ports = object?.spec?.ports ?? [];
    const port = ports.find(({ name }) => name === 'http') ?? ports[0];
    if (port === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service} ${object === undefined ? 'does not exist' : 'has no port'} in namespace ${namespace}`, 'complete it in the manifests');
    }
    const root = `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace, `${service}:${port.port}`)}/proxy`;
    const request = async ({ path, headers = {}, post }, timeoutMs) => {
        if (post !== undefined)
            return { ok: false, reason: 'cannot be posted through the API server' };
        try {
            const answer = await cluster.fetch(`${root}${path}`, AbortSignal.timeout(timeoutMs), {
                method: 'GET',
                headers,
            });
            return { ok: true, response: { ...answer, url: `${service}${path}` } };
        }
        catch (error) {
            return { ok: false, reason: `could not be sent through the API server: ${error.message}` };
        }
    };
    return {
        address: `Service/${service} through the API server`,
        send: (check, timeoutMs) => request({ path: check.get }, timeoutMs),
        request,
    };
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
