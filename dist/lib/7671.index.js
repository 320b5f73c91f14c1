export const id = 7671;
export const ids = [7671];
export const modules = {

/***/ 7671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drillAction: () => (/* binding */ drillAction)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(3114);
// EXTERNAL MODULE: ./.build/js/src/image/secrets.js
var secrets = __webpack_require__(5578);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js
var host = __webpack_require__(9800);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var toolkit_origin = __webpack_require__(3240);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./.build/js/src/actions/recovery.js
var actions_recovery = __webpack_require__(7346);
;// CONCATENATED MODULE: ./.build/js/src/actions/drill-report.js





async function publishDrill(cluster, facts, about, host) {
    const [{ reportOf }, { drillSummary }, { drillPage }, records, { levels }] = await Promise.all([
        __webpack_require__.e(/* import() */ 6954).then(__webpack_require__.bind(__webpack_require__, 6954)),
        Promise.all(/* import() */[__webpack_require__.e(6954), __webpack_require__.e(2701)]).then(__webpack_require__.bind(__webpack_require__, 2701)),
        Promise.all(/* import() */[__webpack_require__.e(6954), __webpack_require__.e(2977)]).then(__webpack_require__.bind(__webpack_require__, 2977)),
        __webpack_require__.e(/* import() */ 9907).then(__webpack_require__.bind(__webpack_require__, 9907)),
        __webpack_require__.e(/* import() */ 4205).then(__webpack_require__.bind(__webpack_require__, 4205)),
    ]);
    const { folder } = about;
    const report = reportOf({ ...facts, files: await hashesIn(folder) });
    const entry = records.entryOf(report);
    const history = await kept(about, host, async ({ store, locked }) => {
        const until = locked === undefined ? undefined : facts.endedAt + locked;
        await records.writeDrill(store, about.owner, report, until);
        return records.readDrills(store, about.owner);
    });
    await Promise.all([
        (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'dr-report.json'), `${JSON.stringify(report, null, 2)}\n`),
        (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'report.html'), drillPage(report, history ?? [entry])),
    ]);
    const { verdict, reasons, reached } = report;
    if (verdict === 'pass')
        await remember(cluster, report, about, entry);
    host.output('verdict', verdict);
    host.output('rto', entry.rto === undefined ? '' : String(Math.round(entry.rto)));
    host.output('rpo', entry.rpo === undefined ? '' : String(Math.round(entry.rpo)));
    host.output('proved', reached === undefined || !levels.includes(reached) ? '' : reached);
    host.output('report', folder);
    host.output('reason', reasons[0] ?? '');
    await host.summary(drillSummary(report));
    host.report(`${verdict}${reasons[0] === undefined ? '' : `: ${reasons[0]}`}`);
    return verdict === 'pass';
}
async function remember(cluster, { scenario, startedAt, run, reached }, { owner, environment: { namespace } }, { rto, rpo }) {
    const { noteLast } = await __webpack_require__.e(/* import() */ 1441).then(__webpack_require__.bind(__webpack_require__, 3822));
    const figures = { ...(rto === undefined ? {} : { rto }), ...(rpo === undefined ? {} : { rpo }) };
    const facts = { ...figures, ...(reached === undefined ? {} : { proved: reached }) };
    const last = { at: startedAt, run: run.url ?? run.id, facts };
    await noteLast(cluster, { app: owner.app, namespace }, `drill-${scenario}`, last);
}
async function kept({ recovery, config, env }, host, keep) {
    if (Object.values(recovery.repositories).every(({ store }) => store === undefined))
        return undefined;
    let history;
    try {
        for (const store of await (0,actions_recovery/* openStores */.j)(recovery, config, env)) {
            const read = await keep(store);
            history ??= read;
        }
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        host.annotate('warning', { message: `this drill is not in every store: ${error.message}` });
    }
    return history;
}
async function hashesIn(folder) {
    const names = (await (0,promises_.readdir)(folder)).sort();
    const hashes = names.map(async (name) => {
        const content = await (0,promises_.readFile)((0,external_node_path_.join)(folder, name));
        return [name, (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex')];
    });
    return Object.fromEntries(await Promise.all(hashes));
}

// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var inputs = __webpack_require__(1648);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(6115);
;// CONCATENATED MODULE: ./.build/js/src/actions/drill.js













const scenarios = ['restore', 'pod', 'node', 'zone'];
const code = () => Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(3737), __webpack_require__.e(3846), __webpack_require__.e(5580)]).then(__webpack_require__.bind(__webpack_require__, 5580));
const drillAction = (0,host/* defineAction */.QP)({
    name: 'drill',
    description: 'Rehearse a loss: see that all is steady, break it at a moment that nobody chose or take it to be lost, bring it back by nothing but what would be left, measure how long it took and what was lost, and mend it.',
    inputs: {
        scenario: {
            description: 'What is lost: `pod`, `node` or `zone` with the primary database, or `restore`, which breaks nothing and brings the newest backup up beside it.',
            required: true,
        },
        environment: inputs/* environment */.cA,
        config: inputs/* config */.$W,
        context: inputs/* context */._O,
        seed: {
            description: 'From which the moment of the injection is drawn, to repeat a drill. Default: another one each time.',
            default: '',
        },
        logins: inputs/* logins */.NB,
    },
    outputs: {
        verdict: '`pass`, `breach` (it came back, and missed a target), `fail`, `skipped` (it was not steady, and nothing was broken), `error` or `refused`.',
        rto: 'Milliseconds until it served again; empty when that was not measured.',
        rpo: 'Milliseconds of writes that were lost; empty when that was not measured.',
        proved: 'How much was proved, as `L5`; empty when nothing was.',
        report: 'Folder with `dr-report.json` and `report.html`.',
        reason: 'Why it is no pass, in one sentence; empty when it is.',
    },
    refused: { verdict: 'refused' },
    run: async (inputs, host) => {
        const order = await ordered(inputs, host);
        return (0,session/* withCluster */.Bq)(inputs, order.environment, host, code, async (cluster, kinds) => {
            const facts = order.scenario.where === 'standing'
                ? await kinds.standingDrill(cluster, order)
                : await kinds.scratchDrill(cluster, order);
            return publishDrill(cluster, facts, order, host);
        });
    },
});
async function ordered(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    const recovery = (0,actions_recovery/* recoveryOf */.rU)(environment, inputs.environment);
    const { drills } = recovery;
    if (drills === undefined)
        throw new errors/* UserError */.yo('`recovery` does not say how losses are rehearsed', 'add `drills` to it');
    const id = scenarios.find(each => each === inputs.scenario);
    if (id === undefined)
        throw new errors/* UserError */.yo(`the input \`scenario\` is "${inputs.scenario}"`, `write ${scenarios.join(', ')}`);
    const [{ scenarioOf }, { targetsOf }, { profileOf }] = await Promise.all([
        __webpack_require__.e(/* import() */ 5287).then(__webpack_require__.bind(__webpack_require__, 5287)),
        __webpack_require__.e(/* import() */ 2439).then(__webpack_require__.bind(__webpack_require__, 2439)),
        __webpack_require__.e(/* import() */ 2650).then(__webpack_require__.bind(__webpack_require__, 2650)),
    ]);
    const scenario = scenarioOf(id);
    const target = targetsOf(recovery).find(({ domain }) => domain === scenario.target);
    if (target === undefined)
        throw new Error(`no target for ${id}`);
    const env = { ...host.env, ...(0,secrets/* parseSecrets */.dC)(inputs.logins) };
    const origin = (0,toolkit_origin/* originOf */.y)(env);
    const run = {
        id: `${id}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`,
        actor: origin.actor,
        ...(origin.url === undefined ? {} : { url: origin.url }),
        ...(origin.revision === undefined ? {} : { commit: origin.revision }),
    };
    return {
        ...{ config: inputs.config, environment, recovery, drills, scenario, target, origin, run, env },
        owner: { app: config.app, environment: inputs.environment },
        profile: profileOf(drills.profile, target.rpo),
        seed: inputs.seed || run.id,
        folder: (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `slipway-drill-${id}-`)),
        signal: host.cancellation(),
        report: host.report,
    };
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
