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
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
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
// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
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
    await tellIssue(report, history ?? [entry], about.issuesToken, host);
    return verdict === 'pass';
}
async function tellIssue(report, history, token, host) {
    const github = (0,toolkit_github/* gitHubOf */.Tc)(host.env, token);
    if (github === undefined)
        return;
    const [{ drillIssue, label }, { keepIssues }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(6954), __webpack_require__.e(9943)]).then(__webpack_require__.bind(__webpack_require__, 9943)),
        __webpack_require__.e(/* import() */ 4686).then(__webpack_require__.bind(__webpack_require__, 4686)),
    ]);
    const topic = drillIssue(report, history);
    if (topic === undefined)
        return;
    try {
        for (const line of await keepIssues(github, label, [topic]))
            host.report(line);
    }
    catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        host.annotate('warning', { message: `the issue of ${report.scenario} is not up to date: ${said}` });
    }
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














const scenarios = [
    ...['restore', 'pod', 'node', 'zone', 'region'],
    ...['total', 'corruption', 'rot', 'secrets', 'far-down'],
];
const code = () => Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(6462), __webpack_require__.e(3153), __webpack_require__.e(9297), __webpack_require__.e(1898), __webpack_require__.e(512), __webpack_require__.e(7954), __webpack_require__.e(1575), __webpack_require__.e(3869), __webpack_require__.e(875)]).then(__webpack_require__.bind(__webpack_require__, 875));
const drillAction = (0,host/* defineAction */.QP)({
    name: 'drill',
    description: 'Rehearse a loss: see that all is steady, break it at a moment that nobody chose or take it to be lost, bring it back by nothing but what would be left, measure how long it took and what was lost, and mend it.',
    inputs: {
        scenario: {
            description: 'What is lost: `pod`, `node` or `zone` with the primary database; `region`; everything but the offline archive (`total`); rows (`corruption`); Secrets (`secrets`); the way to the far repository (`far-down`); a backup that rots, in a copy of it (`rot`); or nothing (`restore`), which brings the newest backup up beside what stands.',
            required: true,
        },
        environment: inputs/* environment */.cA,
        config: inputs/* config */.$W,
        context: inputs/* context */._O,
        seed: {
            description: 'From which the moment of the injection is drawn, to repeat a drill. Default: another one each time.',
            default: '',
        },
        confirm: {
            description: 'For production itself: the scenario and the environment once more, such as `pod in production`. It has to be approved besides; see `in-production` of slipway.yml. Default: production is refused.',
            default: '',
        },
        'approvals-token': {
            description: 'Token with `actions: read`, to ask who approved this run; only for production. Default: none.',
            default: '',
        },
        'offline-key': {
            description: 'Path of the file with the offline key of age, as `age-keygen` made it; only for `secrets` and `total`.',
            default: '',
        },
        archive: {
            description: 'Folder of the offline archive; only for `total`.',
            default: '',
        },
        logins: inputs/* logins */.NB,
        'tool-mirrors': inputs/* toolMirrors */.Rg,
        'issues-token': {
            description: 'Token with `issues: write`: a scenario whose drill does not pass has an issue, which the next one that passes closes. Default: none.',
            default: '',
        },
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
            const facts = await kinds.drillBy(cluster, order);
            return publishDrill(cluster, facts, { ...order, issuesToken: inputs['issues-token'] }, host);
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
        __webpack_require__.e(/* import() */ 5495).then(__webpack_require__.bind(__webpack_require__, 5495)),
        __webpack_require__.e(/* import() */ 2650).then(__webpack_require__.bind(__webpack_require__, 2650)),
    ]);
    const scenario = scenarioOf(id);
    if (inputs.confirm !== '' && scenario.where === 'scratch')
        throw new errors/* UserError */.yo(`${id} is restored beside what stands, and never in a cluster that is production`, 'leave `confirm` empty, and name a context of another cluster');
    const target = targetsOf(recovery).find(({ domain }) => domain === scenario.target);
    if (target === undefined && scenario.target !== undefined)
        throw new Error(`no target for ${id}`);
    const env = { ...host.env, ...(0,secrets/* parseSecrets */.dC)(inputs.logins) };
    const origin = (0,toolkit_origin/* originOf */.y)(env);
    const owner = { app: config.app, environment: inputs.environment };
    const signal = host.cancellation();
    const run = {
        id: `${id}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`,
        actor: origin.actor,
        ...(origin.url === undefined ? {} : { url: origin.url }),
        ...(origin.revision === undefined ? {} : { commit: origin.revision }),
    };
    return {
        ...{ config: inputs.config, environment, recovery, drills, scenario, target, origin, run, env },
        owner,
        profile: profileOf(drills.profile, target?.rpo ?? 1),
        seed: inputs.seed || run.id,
        ...{ confirm: inputs.confirm, approvalsToken: inputs['approvals-token'] },
        ...{ archive: inputs.archive, offlineKey: inputs['offline-key'] },
        toolMirrors: inputs['tool-mirrors'],
        released: { config: (0,load/* configFor */.m3)(config, environment), environment },
        sealed: sealedBy(drills, inputs),
        namespaces: Object.values(config.environments).map(({ namespace }) => namespace),
        vouchFor: set => (0,actions_recovery/* vouchForSet */.re)(set, owner, { config, environment, inputs, host: { ...host, env }, signal }),
        folder: (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `slipway-drill-${id}-`)),
        signal,
        report: host.report,
    };
}
function sealedBy({ sealed }, { config, 'offline-key': key }) {
    const read = async (path, what) => {
        try {
            return await (0,promises_.readFile)(path);
        }
        catch (cause) {
            throw new errors/* UserError */.yo(`${what} cannot be read`, 'see whether its file is there', { cause });
        }
    };
    return {
        file: async () => {
            if (sealed !== undefined)
                return read((0,external_node_path_.resolve)((0,external_node_path_.dirname)(config), sealed), 'the sealed export of Secrets');
            throw new errors/* UserError */.yo('nothing says where Secrets are kept', 'add `sealed` to `drills`');
        },
        key: async () => {
            if (key !== '')
                return (await read(key, 'the offline key')).toString('utf8');
            throw new errors/* UserError */.yo('the offline key is not given', 'name its file by the input `offline-key`');
        },
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


/***/ }),

/***/ 6849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ gitHubOf),
/* harmony export */   ur: () => (/* binding */ callGitHub),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
class GitHubError extends Error {
    status;
    said;
    after;
    constructor(status, text, after) {
        super(`GitHub answered ${status}: ${text.slice(0, 200)}`);
        this.status = status;
        this.said = saidIn(text);
        this.after = after;
    }
    get passes() {
        const { status } = this;
        const limited = status === 403 && (this.after !== undefined || /rate limit/i.test(this.said));
        return status === 429 || status >= 500 || limited;
    }
}
const timeout = 10_000;
function gitHubOf(env, token) {
    const { GITHUB_REPOSITORY: repository } = env;
    if (token === '' || repository === undefined)
        return undefined;
    return {
        repository,
        call: (method, path, body) => callGitHub(env, token, method, `repos/${repository}/${path}`, body),
    };
}
async function callGitHub({ GITHUB_API_URL: api = 'https://api.github.com' }, token, method, path, body) {
    const answer = await fetch(`${api}/${path}`, {
        method,
        headers: {
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
            'x-github-api-version': '2022-11-28',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeout),
    });
    const text = await answer.text();
    if (!answer.ok)
        throw new GitHubError(answer.status, text, waitIn(answer.headers));
    return text === '' ? undefined : JSON.parse(text);
}
function waitIn(headers) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    if (Number.isFinite(seconds))
        return seconds * 1000;
    if (headers.get('x-ratelimit-remaining') !== '0')
        return undefined;
    const end = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000;
    return Number.isFinite(end) ? Math.max(0, end - Date.now()) : undefined;
}
function saidIn(text) {
    try {
        const { message } = JSON.parse(text);
        return typeof message === 'string' ? message : '';
    }
    catch {
        return '';
    }
}


/***/ })

};
