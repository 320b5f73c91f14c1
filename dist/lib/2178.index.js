export const id = 2178;
export const ids = [2178];
export const modules = {

/***/ 52178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pruneAction: () => (/* binding */ pruneAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(14469);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
;// CONCATENATED MODULE: ./.build/js/src/report/prune.js

const mostRows = 200;
function pruneSummary(app, done, { state, planned, removed, reason }) {
    const what = {
        nothing: 'nothing may go',
        planned: `${planned} manifests may go; nothing was deleted`,
        removed: `${removed} manifests removed`,
        partly: `${removed} of ${planned} manifests removed`,
    };
    const counts = done.map(([repository, { plan, removed: gone }]) => [
        repository,
        String(tagsOf(plan.goes)),
        String(plan.goes.length),
        String(gone.length),
        String(tagsOf(plan.stays)),
        String(plan.stays.length),
    ]);
    return [
        `### ${reason === '' ? '✅' : '❌'} ${(0,markdown/* cell */.Hn)(app)}: ${what[state]}`,
        reason === '' ? '' : `**Why:** ${(0,markdown/* cell */.Hn)(reason)}`,
        (0,markdown/* table */.tp)([
            'repository',
            'tags that may go',
            'manifests that may go',
            'removed',
            'tags that stay',
            'manifests that stay',
        ], counts),
        ...done.flatMap(([repository, pruned]) => repositoryTables(repository, pruned)),
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
function linesOf(done, apply) {
    return done.map(([repository, { plan, removed }]) => apply
        ? `${repository}: ${removed.length} of ${plan.goes.length} manifests removed, ${plan.stays.length} stay`
        : `${repository}: ${plan.goes.length} manifests may go, ${plan.stays.length} stay`);
}
function pruneReport(done) {
    const repositories = done.map(([repository, { plan, removed, refused }]) => [
        repository,
        { goes: plan.goes, stays: plan.stays, removed, refused: Object.fromEntries(refused) },
    ]);
    return `${JSON.stringify({ schema: 1, repositories: Object.fromEntries(repositories) }, null, 2)}\n`;
}
function repositoryTables(repository, { plan, refused }) {
    const { goes, stays } = plan;
    const gone = goes.filter(each => each.with === undefined);
    const shown = stays.filter(({ tags }) => tags.length > 0);
    if (gone.length + shown.length === 0)
        return [];
    return [
        `#### ${(0,markdown/* cell */.Hn)(repository)}`,
        limited(['may go', 'digest', 'made', 'with it', 'why'], gone, each => [
            namesOf(each),
            shortOf(each),
            dayOf(each),
            String(goes.filter(other => other.with === each.digest).length),
            refused.get(each.digest) ?? each.why,
        ]),
        limited(['stays', 'digest', 'made', 'why'], shown, each => [
            namesOf(each),
            shortOf(each),
            dayOf(each),
            each.why,
        ]),
    ].filter(part => part !== '');
}
function limited(head, rows, cells) {
    const more = rows.length > mostRows ? `\n\n… and ${rows.length - mostRows} more; \`report\` has all.` : '';
    return (0,markdown/* table */.tp)(head, rows.slice(0, mostRows).map(cells)) + more;
}
const tagsOf = (judged) => judged.reduce((sum, { tags }) => sum + tags.length, 0);
const namesOf = ({ tags }) => (tags.length === 0 ? 'no tag' : tags.join(', '));
const shortOf = ({ digest }) => digest.slice(0, 19);
const dayOf = ({ created }) => created === undefined ? '' : new Date(created).toISOString().slice(0, 10);

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js
var host = __webpack_require__(99800);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/image/named.js
var named = __webpack_require__(79218);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
;// CONCATENATED MODULE: ./.build/js/src/actions/protections.js






const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8620)]).then(__webpack_require__.bind(__webpack_require__, 38620));
async function protectionsOf(inputs, config, apply, host) {
    const files = listed(inputs.keep);
    const kept = await keptIn(files);
    const environments = environmentsOf(config, inputs.environments);
    if (apply && environments.length === 0 && kept.size === 0)
        throw new errors/* UserError */.yo('with `environments: none` nothing says what is deployed', 'give a file of digests that stay in `keep`, or let the clusters be asked');
    const place = { config: inputs.config, contexts: contextsOf(inputs.contexts, config), apply };
    return async () => {
        const used = await Promise.all(environments.map(name => inUseOf(config, name, place, host)));
        return {
            digests: new Map([...(await keptIn(files)), ...used.flatMap(({ digests }) => [...digests])]),
            tags: new Map(used.flatMap(({ tags }) => [...tags])),
        };
    };
}
function within(repository, tags) {
    const start = `${repository}:`;
    const own = [...tags].filter(([at]) => at.startsWith(start));
    return new Map(own.map(([at, who]) => [at.slice(start.length), who]));
}
function environmentsOf(config, text) {
    if (text === 'none')
        return [];
    const names = listed(text);
    for (const name of names)
        (0,load/* environmentOf */.p7)(config, name);
    return names.length === 0 ? Object.keys(config.environments) : names;
}
function contextsOf(text, config) {
    const wrong = (cause) => new errors/* UserError */.yo('the input `contexts` is no JSON map of texts', 'write {"production": "name-of-a-context"}', {
        cause,
    });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw wrong(error);
    }
    if (!(0,map/* isMap */.jh)(value))
        throw wrong();
    return Object.fromEntries(Object.entries(value).map(([name, context]) => {
        (0,load/* environmentOf */.p7)(config, name);
        if (typeof context !== 'string')
            throw wrong();
        return [name, context];
    }));
}
async function inUseOf(config, name, { contexts, apply, ...place }, host) {
    const environment = (0,load/* environmentOf */.p7)(config, name);
    const way = { ...place, context: contexts[name] ?? '', patient: false };
    const found = await (0,session/* withCluster */.Bq)(way, environment, host, engine, (cluster, { inUse }) => inUse(cluster, config.app, { name, environment }));
    if (found.found)
        return found;
    const problem = new errors/* UserError */.yo(`${name} has neither releases of ${config.app} nor its workload in namespace ${environment.namespace}, so that nobody can tell what it runs`, 'look whether it is the right cluster, or name those environments that were released to in `environments`');
    if (apply)
        throw problem;
    host.annotate('warning', { message: problem.sentence });
    return found;
}
async function keptIn(paths) {
    const kept = new Map();
    for (const path of paths) {
        const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
            throw new errors/* UserError */.yo(`${path}, which \`keep\` names, cannot be read`, 'correct the path', {
                cause: error,
            });
        });
        const digests = (0,named/* digestsIn */.V)(text);
        if (digests.length === 0)
            throw new errors/* UserError */.yo(`${path}, which \`keep\` names, names no digest`, 'give a file in which digests stand as sha256: and 64 hexadecimal digits');
        for (const digest of digests)
            kept.set(digest, `named in ${path}`);
    }
    return kept;
}
const listed = (text) => text
    .split(/[,\n]/)
    .map(each => each.trim())
    .filter(each => each !== '');

// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var actions_registry = __webpack_require__(566);
;// CONCATENATED MODULE: ./.build/js/src/actions/prune.js










const pruneAction = (0,host/* defineAction */.QP)({
    name: 'prune',
    description: 'Say which images may go from their repositories by `retention` of slipway.yml, and delete them when told to; what is deployed, can be gone back to or is named by a backup stays, with all that it needs.',
    inputs: {
        config: actions_inputs/* config */.$W,
        apply: {
            description: 'Whether what may go is deleted: `true` or `false`, which only says what would be.',
            default: 'false',
        },
        images: {
            description: 'Images of slipway.yml, with commas between them. Default: all.',
            default: '',
        },
        environments: {
            description: 'Environments of slipway.yml of which the clusters are asked what they run and may go back to, with commas between them, or `none`. Default: all.',
            default: '',
        },
        contexts: {
            description: 'JSON map from environments to contexts of the kubeconfig. Default: the `cluster` of the environment, else the current context.',
            default: '{}',
        },
        keep: {
            description: 'Files of any form, with commas between them: every digest that is named in them stays. Manifests of backups, or the output `protected` of a run that reaches another cluster.',
            default: '',
        },
        token: {
            description: 'Token of GitHub with `packages: write`; for images of ghcr.io, which are listed and deleted by GitHub’s API alone. Default: they are not deleted.',
            default: '',
        },
        report: {
            description: 'Path of a JSON report: each manifest that goes or stays, with the reason. Default: none is written.',
            default: '',
        },
    },
    outputs: {
        state: '`nothing` may go, `planned` (something may, and nothing was deleted), `removed`, `partly` (the registry did not let all of it go, or the run was ended in the middle) or `refused`.',
        planned: 'How many manifests may go.',
        removed: 'How many were deleted.',
        protected: 'JSON list of the digests that clusters and files protect.',
        reason: 'Why not all that may go was deleted, in one sentence; empty when it was, or was not to be.',
    },
    refused: { state: 'refused', planned: '0', removed: '0', protected: '[]' },
    run: async (inputs, host) => {
        const apply = actions_inputs/* flag */.Jt('apply', inputs.apply);
        const config = await (0,load/* loadConfig */.Z9)(inputs.config);
        const { retention } = config;
        if (retention === undefined)
            throw new errors/* UserError */.yo('slipway.yml says nothing of `retention`, so nothing may go', 'add `retention: {rules: [{tags: pr-*, for: 14d}]}`, for example');
        const repositories = repositoriesOf(config, inputs.images);
        const ask = await protectionsOf(inputs, config, apply, host);
        let known = await ask();
        host.output('protected', JSON.stringify([...known.digests.keys()].sort()));
        const { concluded, pruneRepositories } = await __webpack_require__.e(/* import() */ 9503).then(__webpack_require__.bind(__webpack_require__, 19503));
        const registry = await (0,actions_registry/* registryClient */.R)({ signal: host.cancellation() });
        const done = await pruneRepositories(registry, repositories, async (repository) => ({
            policy: retention,
            protections: async () => {
                const { digests, tags } = known ?? (await ask());
                known = undefined;
                return { digests, tags: within(repository, tags) };
            },
            package: await packageOf(repository, inputs.token, apply, host),
            apply,
            now: Date.now(),
            report: host.report,
        }));
        const conclusion = concluded(done, apply);
        const { state, planned, removed, reason } = conclusion;
        host.output('state', state);
        host.output('planned', String(planned));
        host.output('removed', String(removed));
        host.output('reason', reason);
        if (inputs.report !== '')
            await (0,promises_.writeFile)(inputs.report, pruneReport(done));
        await host.summary(pruneSummary(config.app, done, conclusion));
        for (const line of linesOf(done, apply))
            host.report(line);
        if (reason !== '')
            host.annotate('error', { message: reason });
        return reason === '';
    },
});
function repositoriesOf(config, names) {
    const repositories = (0,selection/* parseImageNames */.HC)(names, config.images).flatMap(name => {
        const image = config.images[name];
        if (image === undefined)
            return [];
        const places = Object.values(config.environments).flatMap(({ repositories }) => repositories?.[name] ?? []);
        return [(0,reference/* candidateOf */.RH)(image), image.repository, ...places].map(reference/* parseRepository */.SU);
    });
    return [...new Set(repositories)];
}
async function packageOf(repository, token, apply, host) {
    const { isGitHubRegistry, openPackage } = await __webpack_require__.e(/* import() */ 6916).then(__webpack_require__.bind(__webpack_require__, 56916));
    if (!isGitHubRegistry(repository))
        return undefined;
    if (token !== '')
        return openPackage(repository, token, host.env, { signal: host.cancellation() });
    if (!apply)
        return undefined;
    throw new errors/* UserError */.yo('ghcr.io deletes images through GitHub’s own API alone', 'give the input `token`, that of a job with `packages: write`');
}


/***/ }),

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient)
/* harmony export */ });
async function registryClient(options = {}) {
    const { RegistryClient } = await __webpack_require__.e(/* import() */ 2410).then(__webpack_require__.bind(__webpack_require__, 2410));
    return new RegistryClient(options);
}


/***/ }),

/***/ 79218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ digestsIn),
/* harmony export */   o: () => (/* binding */ imagesIn)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);

function digestsIn(text) {
    const found = text.match(/\bsha(256:[0-9a-f]{64}|512:[0-9a-f]{128})(?![0-9a-f])/g) ?? [];
    return [...new Set(found)].filter(_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc);
}
function imagesIn(json) {
    return [...json.matchAll(/"image":"([^"\\]+)"/g)].flatMap(([, image = '']) => {
        try {
            return [(0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image)];
        }
        catch {
            return [];
        }
    });
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
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* unused harmony export parseDigest */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new UserError(`${quoted(text)} is not a digest`, 'write sha256: and 64 hexadecimal digits in lower case');
}
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
        throw malformed(text, 'it looks like the ID of an image');
    return {
        registry,
        repository: `${registry}/${path}`,
        ...(tag === undefined ? {} : { tag }),
        ...(writtenDigest === undefined ? {} : { digest: writtenDigest }),
    };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write the repository alone');
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
        : `${quoted(component)} has capital letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 14469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseImageNames),
/* harmony export */   M: () => (/* binding */ parseImagesInput),
/* harmony export */   Of: () => (/* binding */ parseDeployedInput),
/* harmony export */   xx: () => (/* binding */ parseDigestsInput)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34182);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);




const form = 'write a JSON map such as {"shop": "sha256:…"}';
function parseImagesInput(text, images) {
    const entries = Object.entries(parseMap(text));
    if (entries.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input names no image', form);
    return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}
function parseImageNames(text, images) {
    const names = text
        .split(',')
        .map(name => name.trim())
        .filter(name => name !== '');
    if (names.length === 0)
        return Object.keys(images);
    const unknown = names.find(name => !Object.hasOwn(images, name));
    if (unknown === undefined)
        return [...new Set(names)];
    const problem = `the \`images\` input names "${unknown}", which is not in slipway.yml`;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(unknown, Object.keys(images)));
}
function parseDigestsInput(text, images) {
    const plain = Object.entries(parseMap(text)).find(([name, value]) => Object.hasOwn(images, name) && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(String(value).replace(/^.*@/, '')));
    if (plain !== undefined) {
        const [name, value] = plain;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives no digest for "${name}", but ${JSON.stringify(value).slice(0, 120)}`, 'give the digest, as `build` has it in its output `images`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseDeployedInput(text, images) {
    const remedy = 'give a JSON map such as {"shop": "sha256:…"}, as `images` in the output of `status` has it';
    let value;
    try {
        value = JSON.parse(text || '{}') ?? {};
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `deployed` input is not JSON', remedy, { cause: error });
    }
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `deployed` input is not a JSON map', remedy);
    return new Map(Object.entries(value).flatMap(([name, written]) => {
        const image = Object.hasOwn(images, name) ? images[name] : undefined;
        if (image === undefined)
            return [];
        const [before, last = before] = String(written).split('@');
        if (last === undefined || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(last))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`deployed\` input gives no digest for "${name}"`, remedy);
        const named = before === last || before === undefined ? image.repository : before;
        return [[name, { repository: (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(`${named}@${last}`).repository, digest: last }]];
    }));
}
function parseMap(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input is not JSON', form, { cause: error });
    }
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value))
        return value;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input is not a JSON map', form);
}
function select(name, value, images) {
    const image = Object.hasOwn(images, name) ? images[name] : undefined;
    if (image === undefined) {
        const problem = `the \`images\` input names "${name}", which is not in slipway.yml`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(name, Object.keys(images)));
    }
    if (typeof value !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives no text for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives "${name}" no whole digest, but ${value.slice(0, 80)}`, 'give sha256: and its 64 hexadecimal digits');
    }
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(value);
    const { digest } = reference;
    const known = image.elsewhere?.some(place => (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(place) === reference.repository);
    if (known && digest !== undefined)
        return { repository, digest };
    if (reference.repository !== repository) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`, 'name the same repository in both');
    }
    if (reference.digest !== undefined)
        return { repository, digest: reference.digest };
    if (reference.tag !== undefined)
        return { repository, tag: reference.tag };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or give the digest alone');
}


/***/ })

};
