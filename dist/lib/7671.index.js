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
// EXTERNAL MODULE: ./.build/js/src/cluster/port.js + 5 modules
var port = __webpack_require__(3544);
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





async function publishDrill(facts, about, host) {
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














const code = async () => {
    const [standing, system, profile, clock, report, guarded, declared, scenario, pods] = await Promise.all([
        __webpack_require__.e(/* import() */ 7502).then(__webpack_require__.bind(__webpack_require__, 7502)),
        __webpack_require__.e(/* import() */ 3681).then(__webpack_require__.bind(__webpack_require__, 3681)),
        __webpack_require__.e(/* import() */ 2650).then(__webpack_require__.bind(__webpack_require__, 2650)),
        __webpack_require__.e(/* import() */ 6837).then(__webpack_require__.bind(__webpack_require__, 6837)),
        __webpack_require__.e(/* import() */ 6954).then(__webpack_require__.bind(__webpack_require__, 6954)),
        __webpack_require__.e(/* import() */ 8779).then(__webpack_require__.bind(__webpack_require__, 8779)),
        __webpack_require__.e(/* import() */ 2439).then(__webpack_require__.bind(__webpack_require__, 2439)),
        __webpack_require__.e(/* import() */ 5287).then(__webpack_require__.bind(__webpack_require__, 5287)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 352)),
    ]);
    return {
        ...standing,
        ...system,
        ...profile,
        ...clock,
        ...report,
        ...guarded,
        ...declared,
        ...scenario,
        ...pods,
    };
};
const standing = ['pod', 'node', 'zone'];
const drillAction = (0,host/* defineAction */.QP)({
    name: 'drill',
    description: 'Rehearse a loss: see that all is steady, break it at a moment that nobody chose, only wait for what is to take over, measure how long it took and what was lost, and mend it.',
    inputs: {
        scenario: {
            description: 'What is lost: `pod`, `node` or `zone`, with the primary database.',
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
        const config = await (0,load/* loadConfig */.Z9)(inputs.config);
        const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
        const recovery = (0,actions_recovery/* recoveryOf */.rU)(environment, inputs.environment);
        const { drills } = recovery;
        if (drills === undefined)
            throw new errors/* UserError */.yo('`recovery` does not say how losses are rehearsed', 'add `drills` to it');
        const breaks = standing.find(each => each === inputs.scenario);
        if (breaks === undefined)
            throw new errors/* UserError */.yo(`the input \`scenario\` is "${inputs.scenario}"`, `write ${standing.join(', ')}`);
        const owner = { app: config.app, environment: inputs.environment };
        const env = { ...host.env, ...(0,secrets/* parseSecrets */.dC)(inputs.logins) };
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `slipway-drill-${breaks}-`));
        const { namespace } = environment;
        const signal = host.cancellation();
        const facts = await (0,session/* withCluster */.Bq)(inputs, environment, host, code, async (cluster, use) => {
            const origin = (0,toolkit_origin/* originOf */.y)(env);
            const run = {
                id: `${breaks}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`,
                actor: origin.actor,
                ...(origin.url && { url: origin.url }),
                ...(origin.revision && { commit: origin.revision }),
            };
            const target = targetOf(use.targetsOf(recovery), 'node' === breaks || 'pod' === breaks ? 'node' : 'zone');
            const profile = use.profileOf(drills.profile, target.rpo);
            const system = use.standingSystem(cluster, await standingTarget(cluster, { recovery, drills, namespace, breaks }, use.selectorOf), {
                ...{ runId: run.id, holder: `${origin.actor} in ${origin.run}`, profile, env },
                lives: Math.ceil((profile.steady * 4 + drills.deadline + drills.returns) / 1000) + 600,
                folder: (0,external_node_path_.resolve)((0,external_node_path_.dirname)(inputs.config)),
                now: use.steadyClock(),
                append: line => (0,external_node_fs_.appendFileSync)((0,external_node_path_.join)(folder, 'markers.jsonl'), line),
                report: host.report,
            });
            const drill = {
                ...owner,
                ...{ run, profile, signal, target: { rto: target.rto, rpo: target.rpo }, tools: {} },
                scenario: use.scenarioOf(breaks),
                assumedDetection: drills['assumed-detection'] ?? 0,
                seed: inputs.seed || run.id,
                deadline: drills.deadline,
                returns: drills.returns,
            };
            return withProduction(drills, async (productionCluster) => use.guardedStanding({
                ...{ cluster, productionCluster, productionNamespaces: [], namespace, rollouts: [] },
                ...{ allowed: drills.clusters, production: drills.production },
            }, () => use.drillStanding(drill, system)));
        });
        return publishDrill(facts, { owner, recovery, folder, config: inputs.config, env }, host);
    },
});
function targetOf(targets, domain) {
    const found = targets.find(each => each.domain === domain);
    if (found === undefined)
        throw new Error(`no target for ${domain}`);
    return found;
}
async function standingTarget(cluster, about, selectorOf) {
    const { recovery, drills, namespace, breaks } = about;
    const { application, markers, inject, failover, switchover } = drills;
    if (application === undefined || markers === undefined)
        throw new errors/* UserError */.yo(`\`drills\` does not say ${application === undefined ? 'what is looked at from outside' : 'how markers are written'}`, `add \`${application === undefined ? 'application' : 'markers'}\` to it`);
    const declared = (0,actions_recovery/* databaseOf */.zJ)(recovery, (0,actions_recovery/* nameOfDatabase */.US)(drills.database ?? '', recovery));
    const { workload } = await (0,actions_recovery/* podsOf */.EB)(cluster, namespace, declared);
    const { url, ...rest } = application;
    return {
        ...{ namespace, breaks, hooks: inject, container: declared.container, role: markers.role },
        selector: selectorOf(workload),
        local: { database: declared.database },
        service: { database: declared.database, host: markers.service },
        client: { user: markers.user, password: { secret: markers.secret, key: markers.key } },
        application: { ...rest, base: new URL(url) },
        ...(failover === undefined ? {} : { failover }),
        ...(switchover === undefined ? {} : { switchover }),
    };
}
async function withProduction({ 'production-context': context }, use) {
    if (context === undefined)
        return use(undefined);
    const cluster = await (0,port/* connect */.N)({ context });
    try {
        return await use(cluster);
    }
    finally {
        await cluster.close();
    }
}


/***/ })

};
