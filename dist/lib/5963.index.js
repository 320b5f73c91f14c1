export const id = 5963;
export const ids = [5963];
export const modules = {

/***/ 5963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreAction: () => (/* binding */ restoreAction)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3114);
/* harmony import */ var _image_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5578);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7849);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9800);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3240);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1648);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7346);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6115);










const code = async () => {
    const [copy, restore, sets, wanted, stamps, wal] = await Promise.all([
        __webpack_require__.e(/* import() */ 9060).then(__webpack_require__.bind(__webpack_require__, 9060)),
        Promise.all(/* import() */[__webpack_require__.e(3737), __webpack_require__.e(3846)]).then(__webpack_require__.bind(__webpack_require__, 3846)),
        Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 8492)),
        __webpack_require__.e(/* import() */ 9290).then(__webpack_require__.bind(__webpack_require__, 9290)),
        __webpack_require__.e(/* import() */ 8743).then(__webpack_require__.bind(__webpack_require__, 8743)),
        __webpack_require__.e(/* import() */ 6401).then(__webpack_require__.bind(__webpack_require__, 6401)),
    ]);
    return { ...copy, ...restore, ...sets, ...wanted, ...stamps, ...wal };
};
const restoreAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .QP)({
    name: 'restore',
    description: 'Restore a database into another namespace, to a point in time or to a backup, see that recovery ended there, compare it with what the backup counted, and mask it when it is for others to see.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .context */ ._O,
        into: {
            description: 'Namespace that the copy goes to. It has to be there, and nothing of the copy’s names in it. The environment’s own is refused.',
            required: true,
        },
        database: {
            description: 'Name of the database in slipway.yml. Default: the only one.',
            default: '',
        },
        to: {
            description: 'Where recovery ends: `latest`, `counted` (exactly what the set counted), a time with its zone such as `2026-11-26T09:00:00Z`, `lsn:0/3000060`, `before lsn:…`, `xid:734@TIME`, `name:POINT@TIME`, or the label of a backup.',
            default: 'latest',
        },
        repository: {
            description: 'Name of the repository that it is restored from. Default: the first of `to` in slipway.yml.',
            default: '',
        },
        set: {
            description: 'Name of the backup set whose counts it is compared with. Default: the newest.',
            default: '',
        },
        masking: {
            description: 'Path of a masking map, a line `table.column: strategy` for each column. Default: nothing is masked.',
            default: '',
        },
        volume: {
            description: 'What its files are kept on: a size such as `20Gi`, with a storage class before it as `fast/20Gi`. Default: a folder of the node, which goes with the pod.',
            default: '',
        },
        wait: {
            description: 'How long to wait for another run that is restoring the same application, such as `10m`.',
            default: '0s',
        },
        logins: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .logins */ .NB,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .toolMirrors */ .Rg,
    },
    outputs: {
        address: 'Where the copy answers: `pod.namespace`; empty when there is none.',
        backup: 'Label of the backup that was restored.',
        reached: 'Up to where in the log it was recovered.',
        proved: 'How much was proved of it, as `L3`; empty when nothing was.',
        reason: 'Why it does not count, in one sentence; empty when it does.',
    },
    run: async (inputs, host) => {
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(inputs.config);
        const environment = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, inputs.environment);
        const recovery = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_8__/* .recoveryOf */ .rU)(environment, inputs.environment);
        const name = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOfDatabase */ .US)(inputs.database, recovery);
        const declared = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_8__/* .databaseOf */ .zJ)(recovery, name);
        const repository = repositoryOf(inputs.repository, declared, recovery);
        if (inputs.into === environment.namespace)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${inputs.into} is where ${name} itself is`, 'name another namespace; a copy beside the original takes its clients and its archive');
        const { app } = config;
        const { report } = host;
        const env = { ...host.env, ...(0,_image_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecrets */ .dC)(inputs.logins) };
        const masking = inputs.masking === '' ? undefined : await maskingOf(inputs.masking);
        const volume = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_8__/* .volumeOf */ .Iw)(inputs.volume);
        const origin = (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_6__/* .originOf */ .y)(env);
        const signal = host.cancellation();
        const owner = { app, environment: inputs.environment };
        const lease = { app, doing: 'restore', namespace: inputs.into, origin, signal, report };
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .withCluster */ .Bq)(inputs, environment, host, code, (cluster, use) => (0,_recovery_js__WEBPACK_IMPORTED_MODULE_8__/* .withRecoveryLease */ .Mt)(cluster, { ...lease, wait: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .waitOf */ .pE(inputs.wait) }, async () => {
            const wanted = use.parseWanted(inputs.to);
            const set = await setOf(recovery, inputs, env, report, store => use.readSet(store, owner, inputs.set || undefined));
            const by = set && (await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_8__/* .vouchForSet */ .re)(set, owner, { config, environment, inputs, host, signal }));
            if (by !== undefined)
                report(`the manifest of ${set?.id} is signed by ${by}`);
            const expected = set && { manifest: set.manifest, name };
            const counted = set?.manifest.databases.find(each => each.name === name);
            const { workload } = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_8__/* .podsOf */ .EB)(cluster, environment.namespace, declared);
            const template = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .templateOf */ .kW)(workload)?.spec;
            if (template === undefined)
                throw new Error('a workload without a template');
            const copy = await use.raiseCopy(cluster, {
                ...{ app, template, volume, signal, sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout, run: origin.run, patience: 300_000 },
                name: `${name}-copy`,
                namespace: inputs.into,
                from: environment.namespace,
                container: declared.container,
                configuration: declared.configuration,
            });
            const stamper = use.startStamper(Date.now);
            const restored = await use.restoreInto({
                ...{ copy, expected, signal, sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout, report, during: stamper.during },
                database: declared.database,
                place: { stanza: declared.stanza, repository },
                target: targetOf(wanted, counted, use.parseLsn),
                size: use.parseSegmentSize(counted?.segment ?? 0) ?? use.usualSize,
            });
            const indexes = await use.checkIndexes({ copy, database: declared.database, report, signal });
            const notes = masking === undefined ? [] : await masking(copy, declared.database, signal);
            for (const note of notes)
                report(note);
            return publish({ ...restored, rungs: [...restored.rungs, ...indexes] }, `${name}-copy.${inputs.into}`, host);
        }));
    },
});
function repositoryOf(text, { to }, { repositories }) {
    const name = text || to[0] || '';
    const number = repositories[name]?.pgbackrest;
    if (number !== undefined && to.includes(name))
        return number;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the database is not backed up to ${name}`, `name one of ${to.join(', ')}`);
}
async function maskingOf(path) {
    const [{ loadMasking }, { mask }, { copySocket }] = await Promise.all([
        __webpack_require__.e(/* import() */ 5828).then(__webpack_require__.bind(__webpack_require__, 5828)),
        __webpack_require__.e(/* import() */ 1283).then(__webpack_require__.bind(__webpack_require__, 1283)),
        __webpack_require__.e(/* import() */ 4094).then(__webpack_require__.bind(__webpack_require__, 4094)),
    ]);
    const map = await loadMasking(path);
    return async ({ exec }, database, signal) => {
        const { plan, notes } = await mask(exec, { database, host: copySocket }, map, { signal });
        const unseen = plan.notMentioned.length;
        return [
            `${plan.masked.length} columns are masked`,
            ...(unseen === 0
                ? []
                : [`the masking map says nothing of ${unseen} columns that may hold text of people`]),
            ...notes,
        ];
    };
}
async function setOf(recovery, { config, set }, env, report, read) {
    const hasStores = Object.values(recovery.repositories).some(({ store }) => store !== undefined);
    if (!hasStores && set === '')
        return undefined;
    const stores = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_8__/* .openStores */ .j)(recovery, config, env);
    let problem;
    for (const { store } of stores) {
        try {
            return await read(store);
        }
        catch (error) {
            problem = error;
        }
    }
    if (set !== '' || !(problem instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo))
        throw problem;
    report(`it is compared with nothing: ${problem.message}`);
    return undefined;
}
function targetOf(wanted, counted, parseLsn) {
    if (wanted.kind !== 'counted')
        return wanted;
    const lsn = counted && parseLsn(counted.lsn);
    if (lsn === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('no backup set says what was counted', 'write latest, or a point in time, in the input `to`');
    return { kind: 'lsn', lsn, exclusive: true };
}
async function publish(restored, address, host) {
    const { database, rungs } = restored;
    const failed = rungs.find(({ state }) => state === 'failed');
    const levels = rungs.filter(({ state }) => state === 'passed').map(({ level }) => level);
    const ended = rungs.some(({ level, state }) => level === 'L2' && state === 'passed');
    host.output('address', address);
    host.output('backup', database.choice.backup.label);
    host.output('reached', database.reached);
    host.output('proved', ended && failed === undefined ? (levels.toSorted().at(-1) ?? '') : '');
    host.output('reason', failed?.sentence ?? '');
    const { restoreSummary } = await __webpack_require__.e(/* import() */ 4142).then(__webpack_require__.bind(__webpack_require__, 4142));
    await host.summary(restoreSummary(restored, address));
    for (const rung of rungs)
        host.report(`${rung.level} ${rung.what}: ${rung.sentence}`);
    return failed === undefined;
}


/***/ }),

/***/ 5578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Q0: () => (/* binding */ hiding),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   tX: () => (/* binding */ secretArguments)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(512);



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
