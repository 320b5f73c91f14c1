export const id = 7006;
export const ids = [7006];
export const modules = {

/***/ 14948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pruneAction: () => (/* binding */ pruneAction)
});

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(14469);
// EXTERNAL MODULE: ./.build/js/src/toolkit/digest.js
var toolkit_digest = __webpack_require__(55914);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
;// CONCATENATED MODULE: ./.build/js/src/report/prune.js


const mostRows = 200;
function pruneSummary(app, done, { state, planned, removed, reason }) {
    const what = {
        nothing: 'nothing to delete',
        planned: `${planned} manifest${planned === 1 ? '' : 's'} would be deleted; this was a dry run`,
        removed: `${removed} manifests deleted`,
        partly: `${removed} of ${planned} manifests deleted`,
    };
    const counts = done.map(([repository, { plan, removed: gone }]) => [
        repository,
        String(tagsOf(plan.toDelete)),
        String(plan.toDelete.length),
        String(gone.length),
        String(tagsOf(plan.toKeep)),
        String(plan.toKeep.length),
    ]);
    return [
        `### ${reason === '' ? '✅' : '❌'} ${(0,markdown/* cell */.Hn)(app)}: ${what[state]}`,
        reason === '' ? '' : `**Why:** ${(0,markdown/* cell */.Hn)(reason)}`,
        (0,markdown/* table */.tp)(['repository', 'tags to delete', 'manifests to delete', 'deleted', 'tags to keep', 'manifests to keep'], counts),
        ...done.flatMap(([repository, pruned]) => repositoryTables(repository, pruned)),
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
function pruneLines(done, apply) {
    return done.map(([repository, { plan, removed }]) => apply
        ? `${repository}: deleted ${removed.length} of ${plan.toDelete.length} manifests, kept ${plan.toKeep.length}`
        : `${repository}: manifests to delete: ${plan.toDelete.length}, to keep: ${plan.toKeep.length} (dry run)`);
}
function pruneReport(done) {
    const repositories = done.map(([repository, { plan, removed, refused }]) => [
        repository,
        { delete: plan.toDelete, keep: plan.toKeep, removed, refused: Object.fromEntries(refused) },
    ]);
    return `${JSON.stringify({ schema: 1, repositories: Object.fromEntries(repositories) }, null, 2)}\n`;
}
function repositoryTables(repository, { plan, refused }) {
    const { toDelete, toKeep } = plan;
    const gone = toDelete.filter(each => each.with === undefined);
    const shown = toKeep.filter(({ tags }) => tags.length > 0);
    if (gone.length + shown.length === 0)
        return [];
    return [
        `#### ${(0,markdown/* cell */.Hn)(repository)}`,
        limited(['to delete', 'digest', 'created', 'attached', 'reason'], gone, each => [
            namesOf(each),
            shortOf(each),
            dayOf(each),
            String(toDelete.filter(other => other.with === each.digest).length),
            refused.get(each.digest) ?? each.why,
        ]),
        limited(['to keep', 'digest', 'created', 'reason'], shown, each => [
            namesOf(each),
            shortOf(each),
            dayOf(each),
            each.why,
        ]),
    ].filter(part => part !== '');
}
function limited(head, rows, cells) {
    const more = rows.length > mostRows ? `\n\n… and ${rows.length - mostRows} more; the file of \`report\` has all.` : '';
    return (0,markdown/* table */.tp)(head, rows.slice(0, mostRows).map(cells)) + more;
}
const tagsOf = (judged) => judged.reduce((sum, { tags }) => sum + tags.length, 0);
const namesOf = ({ tags }) => (tags.length === 0 ? 'untagged' : tags.join(', '));
const shortOf = ({ digest }) => (0,toolkit_digest/* shortDigests */.s)(digest);
const dayOf = ({ created }) => created === undefined ? '' : new Date(created).toISOString().slice(0, 10);

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/js/src/image/mentions.js
var mentions = __webpack_require__(772);
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
// EXTERNAL MODULE: ./.build/js/src/actions/recovery.js
var actions_recovery = __webpack_require__(57346);
;// CONCATENATED MODULE: ./.build/js/src/actions/backed-up.js



const sets = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492));
const atOnce = 8;
function warnOfOffline({ recovery }, host) {
    if (recovery === undefined)
        return;
    for (const [repository] of storing(recovery).filter(([, { offline }]) => offline))
        host.annotate('warning', {
            message: `images of the backup sets in ${repository} are not protected: it is offline; name the manifests of these sets in \`keep\``,
        });
}
const storing = ({ repositories }) => Object.entries(repositories).filter(([, { store }]) => store !== undefined);
async function backedUp({ app }, { name, environment: { recovery } }, { config, logins, apply }, host) {
    const named = new Map();
    if (recovery === undefined)
        return named;
    const repositories = Object.fromEntries(storing(recovery).filter(([, { offline }]) => !offline));
    if (Object.keys(repositories).length === 0)
        return named;
    const owner = { app, environment: name };
    const [{ listSets, readSet }, { mapOf }] = await Promise.all([sets(), __webpack_require__.e(/* import() */ 8961).then(__webpack_require__.bind(__webpack_require__, 48961))]);
    const fault = (error, what, remedy) => {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        const problem = `the images in the backup sets of ${name} cannot be determined: ${what}${error.message}`;
        throw new errors/* UserError */.yo(problem, remedy ?? error.remedy, { cause: error });
    };
    const stores = await (0,actions_recovery.openStores)({ ...recovery, repositories }, config, logins).catch(error => fault(error, ''));
    for (const { name: repository, store } of stores) {
        const ids = await listSets(store, owner).catch(error => fault(error, ''));
        if (ids.length === 0)
            noSets(repository, owner, apply, host);
        await mapOf(ids, atOnce, async (id) => {
            const { manifest } = await readSet(store, owner, id).catch(error => fault(error, `${id} in ${repository}: `, 'restore that manifest, or remove the set if it is no longer needed'));
            for (const digest of (0,mentions/* digestsIn */.V)(manifest.images.join('\n')))
                named.set(digest, `the backup set ${id} in ${repository}`);
        });
    }
    return named;
}
function noSets(repository, owner, apply, host) {
    const problem = new errors/* UserError */.yo(`the store of ${repository} contains no backup set of ${owner.app} in ${owner.environment}`, 'check that it is the right place, or make a backup first');
    if (apply)
        throw problem;
    host.annotate('warning', { message: problem.sentence });
}

// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
;// CONCATENATED MODULE: ./.build/js/src/actions/protections.js








const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(3873)]).then(__webpack_require__.bind(__webpack_require__, 78444));
async function protectionsOf(inputs, config, apply, host) {
    const files = (0,input_text/* listed */.KE)(inputs.keep);
    const kept = await keptIn(files);
    const environments = environmentsOf(config, inputs.environments);
    if (apply && environments.length === 0 && kept.size === 0)
        throw new errors/* UserError */.yo('the deployed images are unknown: no environment is read', 'set `keep` to a file with their digests, or remove `environments: none`');
    const place = { config: inputs.config, contexts: contextsOf(inputs.contexts, config), apply };
    const stores = {
        config: inputs.config,
        logins: { ...host.env, ...actions_inputs/* parseSecrets */.dC('logins', inputs.logins, host) },
        apply,
    };
    for (const name of environments)
        warnOfOffline((0,load/* environmentOf */.p7)(config, name), host);
    return async () => {
        const used = await Promise.all(environments.map(name => inUseOf(config, name, place, host)));
        const backups = await Promise.all(environments.map(name => backedUp(config, { name, environment: (0,load/* environmentOf */.p7)(config, name) }, stores, host)));
        return {
            digests: new Map([
                ...(await keptIn(files)),
                ...backups.flatMap(each => [...each]),
                ...used.flatMap(({ digests }) => [...digests]),
            ]),
            tags: new Map(used.flatMap(({ tags }) => [...tags])),
        };
    };
}
function tagsOfRepository(repository, tags) {
    const start = `${repository}:`;
    const own = [...tags].filter(([at]) => at.startsWith(start));
    return new Map(own.map(([at, who]) => [at.slice(start.length), who]));
}
function environmentsOf(config, text) {
    if (text === 'none')
        return [];
    const names = (0,input_text/* listed */.KE)(text);
    for (const name of names)
        (0,load/* environmentOf */.p7)(config, name);
    return names.length === 0 ? Object.keys(config.environments) : names;
}
function contextsOf(text, config) {
    const remedy = 'write {"production": "name-of-a-context"}';
    return Object.fromEntries(Object.entries((0,input_text/* mapInput */.zQ)('contexts', text, remedy)).map(([name, context]) => {
        (0,load/* environmentOf */.p7)(config, name);
        if (typeof context === 'string')
            return [name, context];
        throw new errors/* UserError */.yo(`the \`contexts\` input has no text for "${name}"`, remedy);
    }));
}
async function inUseOf(config, name, { contexts, apply, ...place }, host) {
    const environment = (0,load/* environmentOf */.p7)(config, name);
    const way = { ...place, 'kube-context': contexts[name] ?? '', patient: false };
    const found = await (0,session/* withCluster */.Bq)(way, environment, host, engine, (cluster, { inUse }) => inUse(cluster, config.app, { name, environment }));
    if (found.found)
        return found;
    const problem = new errors/* UserError */.yo(`the images of ${name} are unknown: namespace ${environment.namespace} contains neither releases of ${config.app} nor its workload`, 'check that it is the right cluster, or set `environments` to those that have a release');
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
        const digests = (0,mentions/* digestsIn */.V)(text);
        if (digests.length === 0)
            throw new errors/* UserError */.yo(`${path}, which \`keep\` names, contains no digest`, 'use a file with digests, written as sha256: and 64 hexadecimal digits');
        for (const digest of digests)
            kept.set(digest, `named in ${path}`);
    }
    return kept;
}

// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var actions_registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/reports.js
var reports = __webpack_require__(46158);
;// CONCATENATED MODULE: ./.build/js/src/actions/prune.js










const pruneAction = (0,host/* defineAction */.QP)({
    name: 'prune',
    description: 'Delete images past the `retention` in slipway.yml from their repositories, or list them. Images that are deployed, needed for a rollback or named by a backup set are kept.',
    inputs: {
        config: actions_inputs/* config */.$W,
        'dry-run': {
            description: 'Whether to only list images: `true`, or `false` to delete them.',
            default: 'true',
        },
        images: {
            description: 'Names of images in slipway.yml, separated by commas or lines. Default: all.',
            default: '',
        },
        environments: {
            description: 'Environments whose deployed images, rollback targets and backup sets are protected, separated by commas or lines, or `none`. Default: all in slipway.yml.',
            default: '',
        },
        contexts: {
            description: 'JSON map from environments to contexts of the kubeconfig. Default: the `cluster` of the environment, otherwise the current context.',
            default: '{}',
        },
        keep: {
            description: 'Files with digests to keep, in any format, separated by commas or lines: for example the output `protected` of a run for another cluster, or manifests of backup sets in an offline store.',
            default: '',
        },
        logins: actions_inputs/* logins */.NB,
        'tool-mirrors': actions_inputs/* toolMirrors */.Rg,
        'github-token': {
            description: 'GitHub token with `packages: write`, for images on ghcr.io, which only GitHub’s API can delete. Default: they are not deleted.',
            default: '',
        },
        report: {
            description: 'Path of a JSON report to write, with each manifest and why it is deleted or kept. Default: none.',
            default: '',
        },
    },
    outputs: {
        state: '`nothing` (no image is past its retention), `planned` (images are listed, none was deleted), `removed`, `partly` (the registry refused some deletions, or the run was cancelled) or `refused`.',
        planned: 'Number of manifests to delete.',
        removed: 'Number of manifests that were deleted.',
        protected: 'JSON list of the digests that clusters, backup sets and files protect.',
        reason: 'Why some images were not deleted although `dry-run` is `false`, in one sentence; otherwise empty.',
    },
    refused: { state: 'refused', planned: '0', removed: '0', protected: '[]' },
    run: async (inputs, host) => {
        const apply = !actions_inputs/* flag */.Jt('dry-run', inputs['dry-run']);
        const config = await (0,load/* loadConfig */.Z9)(inputs.config);
        const { retention } = config;
        if (retention === undefined)
            throw new errors/* UserError */.yo('slipway.yml has no `retention`, so no image may be deleted', 'add `retention: {rules: [{tags: pr-*, for: 14d}]}`, for example');
        const repositories = repositoriesOf(config, inputs.images);
        const ask = await protectionsOf(inputs, config, apply, host);
        let known = await ask();
        host.output('protected', JSON.stringify([...known.digests.keys()].sort()));
        const { concluded, pruneRepositories } = await __webpack_require__.e(/* import() */ 2673).then(__webpack_require__.bind(__webpack_require__, 2673));
        const registry = await (0,actions_registry/* registryClient */.R)({ signal: host.cancellation() });
        const done = await pruneRepositories(registry, repositories, async (repository) => ({
            policy: retention,
            protections: async () => {
                const { digests, tags } = known ?? (await ask());
                known = undefined;
                return { digests, tags: tagsOfRepository(repository, tags) };
            },
            package: await packageOf(repository, inputs['github-token'], apply, host),
            apply,
            now: Date.now(),
            report: host.report,
        }));
        const conclusion = concluded(done, apply);
        const { state, planned, removed, reason } = conclusion;
        host.output('state', state);
        host.output('planned', String(planned));
        host.output('removed', String(removed));
        await host.summary(pruneSummary(config.app, done, conclusion));
        for (const line of pruneLines(done, apply))
            host.report(line);
        if (inputs.report !== '')
            await (0,reports/* writeReport */.u)(inputs.report, pruneReport(done)).catch((error) => {
                throw removed === 0 ? error : (0,errors/* markMidway */.$L)(error);
            });
        host.output('reason', reason);
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
    const { isGitHubRegistry, openPackage } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6916)]).then(__webpack_require__.bind(__webpack_require__, 56916));
    if (!isGitHubRegistry(repository))
        return undefined;
    if (token !== '')
        return openPackage(repository, token, host.env, { signal: host.cancellation() });
    if (!apply)
        return undefined;
    throw new errors/* UserError */.yo('images on ghcr.io cannot be deleted without the input `github-token`: only GitHub’s API can', 'set it to the token of a job with `packages: write`');
}


/***/ }),

/***/ 46158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);



async function writeReport(path, text) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the report ${path} cannot be written`, 'choose another file', { cause: error });
    }
}


/***/ }),

/***/ 26115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oF: () => (/* binding */ manifestsOf),
  fo: () => (/* binding */ requestOf),
  ii: () => (/* binding */ warnOfNewValues),
  Bq: () => (/* binding */ withCluster),
  BW: () => (/* binding */ withManifests)
});

// UNUSED EXPORTS: withLogins

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/folder.js
var toolkit_folder = __webpack_require__(94826);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/port.js + 7 modules
var port = __webpack_require__(38663);
// EXTERNAL MODULE: ./.build/js/src/cluster/token.js
var token = __webpack_require__(9621);
;// CONCATENATED MODULE: ./.build/js/src/cluster/oidc.js








async function connectByOidc(trust, env, options = {}) {
    (0,token/* issuerOf */.xD)(env);
    const ca = trust.ca === undefined ? undefined : await certificateOf(trust.ca);
    const folder = await (0,toolkit_folder/* newFolder */.l)(env, 'oidc');
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
        await (0,promises_.writeFile)(kubeconfig, JSON.stringify(oidcKubeconfig(trust, ca, ownCommand())), { mode: 0o600 });
        const cluster = await (0,port/* connect */.N)({ ...options, kubeconfig });
        const close = async () => {
            await cluster.close();
            await remove();
        };
        const lifetime = async () => ({ kind: 'renewed', what: "GitHub's OIDC token" });
        return { ...cluster, lifetime, close };
    }
    catch (error) {
        await remove();
        throw await explained(error, trust, env);
    }
}
function oidcKubeconfig({ server, audience }, ca, [command, ...first]) {
    const authority = ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
    const exec = {
        apiVersion: 'client.authentication.k8s.io/v1',
        command,
        args: [...first, 'token', `--audience=${audience}`],
        env: [{ name: 'NODE_USE_ENV_PROXY', value: '1' }],
        interactiveMode: 'Never',
        provideClusterInfo: false,
    };
    return {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'cluster', cluster: { server, ...authority } }],
        users: [{ name: 'github', user: { exec } }],
        contexts: [{ name: 'slipway', context: { cluster: 'cluster', user: 'github' } }],
        'current-context': 'slipway',
    };
}
function ownCommand() {
    const here = import.meta.dirname;
    const found = [(0,external_node_path_.resolve)(here, '../cli/index.js'), (0,external_node_path_.resolve)(here, '../slipway.ts')].find(external_node_fs_.existsSync);
    if (found === undefined)
        throw new Error(`the command line is not beside ${here}`);
    return [process.execPath, found];
}
async function certificateOf(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(cause => {
        throw new errors/* UserError */.yo(`cluster.ca: ${path} cannot be read`, 'correct the path, which is relative to slipway.yml', {
            cause,
        });
    });
    if (text.includes('-----BEGIN CERTIFICATE-----'))
        return text;
    throw new errors/* UserError */.yo(`cluster.ca: ${path} contains no certificate`, 'write the CA certificate there as PEM');
}
async function explained(error, { audience }, env) {
    if (!(error instanceof errors/* UserError */.yo) || !(error.cause instanceof cluster_errors/* ClusterError */.b$))
        return error;
    if (error.cause.status === 401) {
        return new errors/* UserError */.yo(`the cluster does not accept GitHub's OIDC token for the audience "${audience}"`, 'compare the issuer and the audience with the configuration of its API server (docs/cluster.md)', { cause: error });
    }
    if (!error.cause.message.includes('getting credentials'))
        return error;
    return (0,token/* requestIdToken */.gj)(env, audience).then(() => error, (why) => why);
}

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
;// CONCATENATED MODULE: ./.build/js/src/actions/session.js







async function requestOf(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    return {
        config: (0,load/* configFor */.m3)(config, environment),
        environmentName: inputs.environment,
        environment: (0,actions_inputs/* withReversible */.qL)(environment, inputs.reversible ?? ''),
        origin: (0,origin/* originOf */.y)(host.env),
        wait: inputs.wait === undefined ? 0 : (0,actions_inputs/* waitOf */.pE)(inputs.wait),
        env: withLogins(host.env, (0,actions_inputs/* parseSecrets */.dC)('logins', inputs.logins ?? '', host)),
        ...(await endedRuns(inputs['runs-token'] ?? '', host)),
        report: host.report,
    };
}
function withLogins(env, logins) {
    if (Object.keys(logins).length === 0)
        return env;
    const others = Object.entries(env).filter(([name]) => logins[name] === undefined);
    return Object.assign(Object.create(logins), Object.fromEntries(others));
}
async function endedRuns(token, { env, report }) {
    if (token === '')
        return {};
    const { endedRunsOf } = await __webpack_require__.e(/* import() */ 2139).then(__webpack_require__.bind(__webpack_require__, 72139));
    const hasEnded = endedRunsOf(env, token, report);
    return hasEnded === undefined ? {} : { hasEnded };
}
async function withManifests(path, request, report) {
    const { config, environmentName } = request;
    const { environment: hooked, manifests, hooks, notes, } = await manifestsOf(path, config, environmentName, request.env);
    for (const note of notes)
        report(note);
    const { withUnlistedWorkers } = await __webpack_require__.e(/* import() */ 7121).then(__webpack_require__.bind(__webpack_require__, 17121));
    const repositories = Object.values(config.images).map(({ repository }) => repository);
    const written = hooked.hooks === undefined ? {} : { hooks: hooked.hooks };
    const { environment, unlisted } = withUnlistedWorkers({ ...request.environment, ...written }, manifests, repositories);
    for (const { kind, name } of unlisted)
        report(`${kind}/${name} also runs an image of ${config.app}, so it is released, watched and rolled back as a worker; if it receives traffic, create a separate slipway.yml for it`);
    const environments = { ...config.environments, [environmentName]: environment };
    return { request: { ...request, environment, config: { ...config, environments } }, manifests, hooks };
}
async function manifestsOf(path, config, name, env) {
    const environment = (0,load/* environmentOf */.p7)(config, name);
    if (environment.manifests.length === 0)
        return { environment, manifests: [], hooks: {}, notes: [] };
    const { loadSorted, withChartHooks } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(2262)]).then(__webpack_require__.bind(__webpack_require__, 69881));
    const target = { namespace: environment.namespace, app: config.app, env };
    const sorted = await loadSorted(environment.hooks, (0,external_node_path_.dirname)(path), environment.manifests, target);
    const found = { ...sorted, environment: withChartHooks(environment, sorted.hooks) };
    if ((environment.monitoring?.objects ?? 'none') === 'none')
        return found;
    const [{ monitoringManifests }, { monitoringSubject }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4972), __webpack_require__.e(562), __webpack_require__.e(401), __webpack_require__.e(7248), __webpack_require__.e(2488)]).then(__webpack_require__.bind(__webpack_require__, 62488)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6264)]).then(__webpack_require__.bind(__webpack_require__, 63883)),
    ]);
    const { manifests } = sorted;
    const own = monitoringManifests(monitoringSubject(config, name, manifests));
    return { ...found, manifests: [...manifests, ...own] };
}
async function warnOfNewValues(path, { config, environment, env }, manifests, report) {
    if (environment.manifests.every(source => typeof source === 'string'))
        return;
    const { newValuesOf } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9333)]).then(__webpack_require__.bind(__webpack_require__, 49333));
    const target = { namespace: environment.namespace, app: config.app, env };
    const sentences = await newValuesOf((0,external_node_path_.dirname)(path), environment.manifests, manifests, target);
    for (const sentence of sentences)
        report(`warning: ${sentence}`);
}
async function withCluster(inputs, environment, host, load, use) {
    const opening = session_open(inputs, environment, host);
    const loading = load();
    loading.catch(() => undefined);
    const cluster = await opening;
    try {
        return await use(cluster, await loading);
    }
    catch (error) {
        if (cluster.changes() === 0)
            throw error;
        const { LeaseLost } = await __webpack_require__.e(/* import() */ 3811).then(__webpack_require__.bind(__webpack_require__, 63811));
        throw error instanceof LeaseLost ? error : (0,errors/* markMidway */.$L)(error);
    }
    finally {
        await cluster.close();
    }
}
function session_open({ config, 'kube-context': context, patient = true }, environment, host) {
    const trust = environment.cluster;
    if (context !== '' || trust === undefined) {
        return (0,port/* connect */.N)({ patient, ...(context === '' ? {} : { context }) });
    }
    const { ca, ...rest } = trust;
    const settings = { ...rest, ...(ca === undefined ? {} : { ca: (0,external_node_path_.join)((0,external_node_path_.dirname)(config), ca) }) };
    return connectByOidc(settings, host.env, { patient });
}


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ execCredential),
/* harmony export */   gj: () => (/* binding */ requestIdToken),
/* harmony export */   xD: () => (/* binding */ issuerOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _jwt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99177);



const attempts = 4;
const remedy = 'add `permissions: id-token: write` to the job; pull requests from forks and Dependabot never get such a token';
function issuerOf(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (!url || !bearer || !URL.canParse(url)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this job may not request an OIDC token from GitHub', remedy);
    }
    return { url: new URL(url), bearer };
}
async function requestIdToken(env, audience, { fetch: send = fetch, sleep } = {}) {
    const { url, bearer } = issuerOf(env);
    url.searchParams.set('audience', audience);
    const unfinished = (outcome) => 'problem' in outcome && outcome.temporary;
    const outcome = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts, unfinished, delay: count => 250 * 2 ** count, sleep }, () => askOnce(url, bearer, send));
    if ('token' in outcome)
        return outcome.token;
    const denied = outcome.problem.startsWith('answered 40');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub gave no OIDC token for the audience "${audience}": its token service ${outcome.problem}`, denied ? remedy : 'run the job again');
}
async function askOnce(url, bearer, send) {
    let status;
    let text;
    try {
        const response = await send(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
            redirect: 'error',
            signal: AbortSignal.timeout(10_000),
        });
        status = response.status;
        text = await response.text();
    }
    catch (error) {
        const { name, cause } = error;
        const why = name === 'TimeoutError' ? 'within 10 s' : `(${cause?.code ?? name})`;
        return { problem: `did not answer ${why}`, temporary: true };
    }
    if (status !== 200) {
        return { problem: `answered ${status}`, temporary: status === 429 || status >= 500 };
    }
    const token = tokenIn(text);
    return token === undefined ? { problem: 'answered without a token', temporary: false } : { token };
}
function tokenIn(text) {
    try {
        const { value } = JSON.parse(text);
        return typeof value === 'string' && (0,_jwt_js__WEBPACK_IMPORTED_MODULE_2__/* .claimsOf */ .d)(value) !== undefined ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function execCredential(token, now) {
    const { exp, iat } = (0,_jwt_js__WEBPACK_IMPORTED_MODULE_2__/* .claimsOf */ .d)(token) ?? {};
    const status = { token, ...(exp === undefined ? {} : { expirationTimestamp: renewalOf(exp, iat, now) }) };
    return { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
}
function renewalOf(exp, iat, now) {
    const left = exp * 1000 - now;
    const life = iat === undefined ? left : Math.min(left, (exp - iat) * 1000);
    const end = now + life - Math.min(60_000, Math.max(0, life) / 5);
    return new Date(end).toISOString().replace(/\.\d+Z$/, 'Z');
}


/***/ }),

/***/ 772:
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

/***/ 14469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseImageNames),
/* harmony export */   M: () => (/* binding */ parseImagesInput),
/* harmony export */   Of: () => (/* binding */ parseDeployedInput),
/* harmony export */   xx: () => (/* binding */ parseDigestsInput)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34182);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85898);




const form = 'write a JSON map such as {"shop": "sha256:…"}';
function parseImagesInput(text, images) {
    const entries = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form));
    if (entries.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input names no image', form);
    return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}
function parseImageNames(text, images) {
    const names = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(text);
    if (names.length === 0)
        return Object.keys(images);
    const unknown = names.find(name => !Object.hasOwn(images, name));
    if (unknown === undefined)
        return [...new Set(names)];
    const problem = `the \`images\` input names "${unknown}", which is not in slipway.yml`;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(unknown, Object.keys(images)));
}
function parseDigestsInput(text, images) {
    const plain = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form)).find(([name, value]) => Object.hasOwn(images, name) && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(String(value).replace(/^.*@/, '')));
    if (plain !== undefined) {
        const [name, value] = plain;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has ${JSON.stringify(value).slice(0, 120)} instead of a digest for "${name}"`, 'pass the digest from the output `images` of `build`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseDeployedInput(text, images) {
    const remedy = 'pass a JSON map such as {"shop": "sha256:…"}, like `images` in the output of `status`';
    const map = /^(null)?$/.test(text.trim()) ? {} : (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('deployed', text, remedy);
    return new Map(Object.entries(map).flatMap(([name, written]) => {
        const image = Object.hasOwn(images, name) ? images[name] : undefined;
        if (image === undefined)
            return [];
        const [before, last = before] = String(written).split('@');
        if (last === undefined || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(last))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`deployed\` input has no digest for "${name}"`, remedy);
        const named = before === last || before === undefined ? image.repository : before;
        return [[name, { repository: (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(`${named}@${last}`).repository, digest: last }]];
    }));
}
function select(name, value, images) {
    const image = Object.hasOwn(images, name) ? images[name] : undefined;
    if (image === undefined) {
        const problem = `the \`images\` input names "${name}", which is not in slipway.yml`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(images)));
    }
    if (typeof value !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has no text for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has an incomplete digest for "${name}": ${value.slice(0, 80)}`, 'write sha256: and its 64 hexadecimal digits');
    }
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(value);
    const { digest } = reference;
    const known = image.elsewhere?.some(place => (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(place) === reference.repository);
    if (known && digest !== undefined)
        return { repository, digest };
    if (reference.repository !== repository) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`, 'name the same repository in both');
    }
    if (reference.digest !== undefined)
        return { repository, digest: reference.digest };
    if (reference.tag !== undefined)
        return { repository, tag: reference.tag };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or write only the digest');
}


/***/ }),

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   U8: () => (/* binding */ leasePath),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        scales: false,
        refusedInEvents: false,
    },
};
const traitsOf = (kind) => traits[kind];
const isReleased = (kind) => kind !== undefined && Object.hasOwn(traits, kind);
const kindOf = ({ kind }) => isReleased(kind) ? kind : 'Deployment';
const refOf = (workload) => ({
    kind: kindOf(workload),
    name: workload.metadata?.name ?? '',
});
const titleOf = ({ kind, name }) => `${kind}/${name}`;
const isOf = ({ kind, name }, object) => object.kind === kind && object.metadata?.name === name;
const manifestOf = ({ manifests }, ref) => manifests.find(each => isOf(ref, each));
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const leasePath = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb.application(app));
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => kind === 'CronJob' ? '/spec/jobTemplate/spec/template' : '/spec/template';
function replicasOf(workload) {
    switch (kindOf(workload)) {
        case 'DaemonSet':
            return workload.status?.desiredNumberScheduled ?? 0;
        case 'CronJob':
            return 0;
        default:
            return workload.spec?.replicas ?? 1;
    }
}
const keyOf = ({ kind, name }) => (kind === 'Deployment' ? name : `${kind}/${name}`);
function refOfKey(key) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, Math.max(0, slash));
    return slash >= 0 && isReleased(kind)
        ? { kind, name: key.slice(slash + 1) }
        : { kind: 'Deployment', name: key };
}
const referencesOf = (images) => Object.fromEntries(Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]));
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ })

};
