export const id = 5311;
export const ids = [5311];
export const modules = {

/***/ 5311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backupAction: () => (/* binding */ backupAction)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63114);
/* harmony import */ var _image_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75578);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99800);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93240);
/* harmony import */ var _toolkit_tools_pin_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(44716);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(41648);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(48653);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(57346);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(566);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(26115);













const code = async () => ({
    ...(await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(2567), __webpack_require__.e(811), __webpack_require__.e(2787), __webpack_require__.e(3153), __webpack_require__.e(4972), __webpack_require__.e(3402)]).then(__webpack_require__.bind(__webpack_require__, 82010))),
    ...(await __webpack_require__.e(/* import() */ 3822).then(__webpack_require__.bind(__webpack_require__, 71441))),
});
const backupAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .QP)({
    name: 'backup',
    description: 'Back an environment up as slipway.yml says, count what the backup holds, prove that it is whole in every repository, and only then take away what is too old.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .context */ ._O,
        type: {
            description: 'What is made of each database: `full`, `incremental`, or `auto`, which is full when there is none or the newest is too old.',
            default: 'auto',
        },
        wait: {
            description: 'How long to wait for another run that is backing up the same application, such as `10m`.',
            default: '0s',
        },
        logins: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .logins */ .NB,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .toolMirrors */ .Rg,
    },
    outputs: {
        set: 'Name of the backup set, such as `20261126T031700Z`; empty when none was finished.',
        backups: 'JSON map from databases to a map from repositories to the names of their backups.',
        rows: 'JSON map from databases to how many rows were counted in them.',
        files: 'JSON map from volumes, as `namespace/claim`, and buckets, as `bucket/name`, to how many files or objects of them were listed.',
        reason: 'Why it does not count, in one sentence; empty when it does.',
    },
    refused: { backups: '{}', rows: '{}', files: '{}' },
    run: async (inputs, host) => {
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_2__/* .loadConfig */ .Z9)(inputs.config);
        const environment = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentOf */ .p7)(config, inputs.environment);
        const recovery = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_10__/* .recoveryOf */ .rU)(environment, inputs.environment);
        const type = typeOf(inputs.type);
        const logins = { ...host.env, ...(0,_image_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSecrets */ .dC)(inputs.logins) };
        const stores = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_10__/* .openStores */ .j)(recovery, inputs.config, logins);
        const repositories = (0,_kept_js__WEBPACK_IMPORTED_MODULE_9__/* .resticOf */ .Sv)(recovery, logins);
        const inWorkers = await (0,_kept_js__WEBPACK_IMPORTED_MODULE_9__/* .inPods */ .mj)(repositories, recovery);
        const { app } = config;
        const { namespace } = environment;
        const owner = { app, environment: inputs.environment };
        const { env, report } = host;
        const origin = (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_6__/* .originOf */ .y)(env);
        const signal = host.cancellation();
        const wait = _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .waitOf */ .pE(inputs.wait);
        const toolMirrors = (0,_toolkit_tools_pin_js__WEBPACK_IMPORTED_MODULE_7__.parseMirrors)(inputs['tool-mirrors']);
        const made = await (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .withCluster */ .Bq)(inputs, environment, host, code, (cluster, { makeSet, noteLast }) => (0,_recovery_js__WEBPACK_IMPORTED_MODULE_10__/* .withRecoveryLease */ .Mt)(cluster, { app, doing: 'backup', namespace, origin, wait, signal, report }, async (lease) => {
            const places = { recovery, config: inputs.config, repositories, env: logins };
            const made = await (0,_kept_js__WEBPACK_IMPORTED_MODULE_9__/* .withBuckets */ .cT)({ ...places, toolMirrors, signal, report }, buckets => makeSet({
                ...{ owner, recovery, stores, type, signal, report, buckets },
                by: { run: origin.run, actor: origin.actor },
                annotations: { 'slipway-run': origin.run },
                cluster: { cluster, namespace, passphrases: (0,_kept_js__WEBPACK_IMPORTED_MODULE_9__/* .passphrasesOf */ .Ds)(repositories) },
                repositories: inWorkers,
                podsOf: name => (0,_recovery_js__WEBPACK_IMPORTED_MODULE_10__/* .podsOf */ .EB)(cluster, namespace, (0,_recovery_js__WEBPACK_IMPORTED_MODULE_10__/* .databaseOf */ .zJ)(recovery, name)),
                workerFor: claim => (0,_kept_js__WEBPACK_IMPORTED_MODULE_9__/* .workerFor */ .yD)(cluster, recovery, { namespace, claim, writes: false, signal, sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout }),
                dumperFor: name => (0,_kept_js__WEBPACK_IMPORTED_MODULE_9__/* .dumperFor */ .zW)(cluster, recovery, name, (0,_recovery_js__WEBPACK_IMPORTED_MODULE_10__/* .managedOf */ .dR)(recovery, name), { namespace, signal, sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout }),
                keepImages: imagesKeeper(recovery, inputs.config, report),
                sign: signerOf(config, owner, { config: inputs.config, toolMirrors }, host, signal),
                assertHeld: lease.assertHeld,
                now: Date.now,
                sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout,
            }));
            const last = { at: made.manifest.at, run: origin.url ?? origin.run, facts: { set: made.id } };
            if (made.problems.length === 0)
                await noteLast(cluster, { app, namespace }, 'backup', last);
            return made;
        }));
        await publish(made, {
            ...{ app, environment: inputs.environment, stores: stores.map(({ name }) => name) },
            notNeeded: notNeededIn(recovery),
        }, host);
        return made.problems.length === 0;
    },
});
function imagesKeeper({ images: { to }, repositories }, config, report) {
    const folders = to.map(name => ({
        name,
        folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(config), repositories[name]?.store?.folder ?? '.'), 'images'),
    }));
    if (folders.length === 0)
        return async () => [];
    return async (images) => {
        const [{ keepImages }, registry] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(2567), __webpack_require__.e(3451)]).then(__webpack_require__.bind(__webpack_require__, 33451)), (0,_registry_js__WEBPACK_IMPORTED_MODULE_12__/* .registryClient */ .R)()]);
        return keepImages({ registry, report }, folders, images);
    };
}
function signerOf({ signing, trust }, owner, { config: path, toolMirrors }, { env, report }, signal) {
    if (signing === undefined)
        return async () => undefined;
    return async (id, content) => {
        const [{ withCosign }, { signingKey }, { signDocument }, { documentOf }] = await Promise.all([
            __webpack_require__.e(/* import() */ 3268).then(__webpack_require__.bind(__webpack_require__, 18506)),
            Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(6042), __webpack_require__.e(8824), __webpack_require__.e(6043)]).then(__webpack_require__.bind(__webpack_require__, 32694)),
            Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(6042), __webpack_require__.e(8824), __webpack_require__.e(4651)]).then(__webpack_require__.bind(__webpack_require__, 72176)),
            Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492)),
        ]);
        const root = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
        return withCosign({ toolMirrors, env, signal, report }, async (cosign) => {
            const key = await signingKey({ signing, trustedRoot: trust?.root, root, folder: cosign.folder, env });
            return signDocument(cosign, key, documentOf(owner, { id, content }));
        });
    };
}
const notNeededIn = ({ volumes }) => Object.fromEntries(Object.entries(volumes).flatMap(([claim, { 'not-needed': why }]) => why === undefined ? [] : [[claim, why]]));
const filesIn = ({ volumes, objectStores }) => Object.fromEntries([
    ...volumes.flatMap(({ namespace, claim, files }) => files === undefined ? [] : [[`${namespace}/${claim}`, files.count]]),
    ...objectStores.map(({ name, count }) => [`bucket/${name}`, count]),
]);
function typeOf(text) {
    if (text === 'auto' || text === 'full' || text === 'incremental')
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the input \`type\` is "${text}"`, 'write auto, full or incremental');
}
async function publish(made, about, host) {
    const { id, manifest, problems } = made;
    const all = [
        ...manifest.databases.map(({ name, tables, backups }) => ({
            ...{ name, tables, backups: backups.map(({ repository, label }) => [repository, label]) },
        })),
        ...(manifest.managed ?? []).map(({ name, tables, backups }) => ({
            ...{ name, tables, backups: backups.map(({ repository, snapshot }) => [repository, snapshot]) },
        })),
    ];
    const map = (pick) => JSON.stringify(Object.fromEntries(all.map(each => [each.name, pick(each)])));
    host.output('set', problems.length === 0 ? id : '');
    host.output('backups', map(({ backups }) => Object.fromEntries(backups)));
    host.output('rows', map(({ tables }) => tables.reduce((sum, { rows }) => sum + rows, 0)));
    host.output('files', JSON.stringify(filesIn(manifest)));
    host.output('reason', problems[0] ?? '');
    const { backupSummary } = await __webpack_require__.e(/* import() */ 7648).then(__webpack_require__.bind(__webpack_require__, 57648));
    await host.summary(backupSummary({ ...about, ...made, set: id }));
    for (const note of made.notes)
        host.report(note);
    for (const each of made.drift ?? [])
        host.report(`changed since the set before: ${each}`);
    host.report(problems.length === 0 ? `backed up as ${id}` : `it does not count: ${problems[0]}`);
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

/***/ 75578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Q0: () => (/* binding */ hiding),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   tX: () => (/* binding */ secretArguments)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60512);



function secretsOf(names, images, env) {
    return names.flatMap(name => Object.entries(images[name]?.secrets ?? {}).map(([id, variable]) => {
        const value = env[variable];
        if (value && value.trim().length >= _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .shortest */ .pr)
            return value;
        if (value)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the secret "${id}" of the image "${name}" comes from ${variable}, which has fewer than ${_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .shortest */ .pr} characters: nothing could keep it out of the log`, 'give a longer one, or take it out of `secrets` when it is none');
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the secret "${id}" of the image "${name}" comes from ${variable}, which is ${value === '' ? 'empty' : 'not set'}`, `set ${variable} in the \`env\` of this step or in its input \`secrets\`, which runs for forks and Dependabot cannot do`);
    }));
}
function parseSecrets(text) {
    const remedy = 'give a JSON map from names of variables to their values, such as {"NPM_TOKEN": "…"}';
    if (text.trim() === '')
        return {};
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `secrets` input is not JSON', remedy);
    }
    const entries = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? Object.entries(value) : undefined;
    const fits = entries?.every((each) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(each[0]) && typeof each[1] === 'string');
    if (entries === undefined || fits !== true)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `secrets` input is no map of variables', remedy);
    return Object.fromEntries(entries);
}
function secretArguments(secrets) {
    return Object.entries(secrets).flatMap(([id, variable]) => ['--secret', `id=${id},env=${variable}`]);
}
function hiding(values) {
    return values.length === 0 ? line => line : line => (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)(line, values);
}


/***/ })

};
