export const id = 840;
export const ids = [840,7876,8513,8482,5820,1946];
export const modules = {

/***/ 60527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assessAction: () => (/* binding */ assessAction),
/* harmony export */   assessed: () => (/* binding */ assessed),
/* harmony export */   reportedManifests: () => (/* binding */ reportedManifests)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80986);
/* harmony import */ var _assessment_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17710);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26115);








const reader = () => __webpack_require__.e(/* import() */ 5820).then(__webpack_require__.bind(__webpack_require__, 45820));
const assessAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .QP)({
    name: 'assess',
    description: 'Check the manifests of an environment, and its cluster, against rules: zones, probes, drains, resources, autoscaling, permissions, secrets. Changes nothing.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .kubeContext */ .ng,
        'query-cluster': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Whether to query the cluster: `true`, or `false` to read only the manifests, as in a pull request. What only the cluster can show is then unknown.', 'true'),
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .toolMirrors */ .Rg,
        report: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Path of the JSON report to write.', 'assess.json'),
    },
    outputs: _assessment_report_js__WEBPACK_IMPORTED_MODULE_4__/* .assessmentOutputs */ .j,
    refused: { verdict: 'fail' },
    run: async (inputs, host) => {
        const { app, result, now } = await assessed(inputs, host);
        return (0,_assessment_report_js__WEBPACK_IMPORTED_MODULE_4__/* .publishAssessments */ .x)(result, app, { ...inputs, by: 'assess' }, now, host);
    },
});
async function assessed(inputs, host) {
    const asks = _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .flag */ .Jt('query-cluster', inputs['query-cluster']);
    const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(inputs.config);
    const environment = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, inputs.environment);
    const { environment: environmentName } = inputs;
    const manifests = await reportedManifests(inputs.config, config, environmentName, 'assess', host, 'among');
    const signal = host.cancellation();
    const live = await liveOf(inputs, environment, manifests, asks, host);
    const { assess } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(5279), __webpack_require__.e(2216), __webpack_require__.e(898), __webpack_require__.e(6174), __webpack_require__.e(6094), __webpack_require__.e(9949)]).then(__webpack_require__.bind(__webpack_require__, 39395));
    const request = {
        config: (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .configFor */ .m3)(config, environment),
        environment,
        environmentName,
        manifests,
        root: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(inputs.config)),
        live,
        now: new Date(),
    };
    const result = await assess(request, { env: host.env, signal, report: host.report });
    return { ...request, app: config.app, asks, result };
}
async function reportedManifests(path, config, environment, verb, host, hooks) {
    const other = `${verb} an environment of the same namespace that has \`manifests\``;
    (0,_gitops_js__WEBPACK_IMPORTED_MODULE_5__/* .requireApplied */ .PZ)((0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, environment), environment, other);
    const { manifests, notes } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .manifestsOf */ .oF)(path, config, environment, host.env, hooks);
    for (const note of notes)
        host.report(note);
    return manifests;
}
async function liveOf(inputs, environment, manifests, asks, host) {
    const { notQueried } = await reader();
    if (!asks)
        return notQueried('the cluster was not queried (`query-cluster: false`)');
    const objects = manifests.map(({ object }) => object);
    return (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .withCluster */ .Bq)((0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .impatient */ .oP)(inputs), environment, host, reader, (cluster, { readLive }) => readLive(cluster, environment.namespace, objects)).catch((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .onUserError */ .lP)(error => {
        const without = 'or judge the manifests alone with `query-cluster: false`';
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(error.message, `${error.remedy}, ${without}`, { cause: error });
    }));
}


/***/ }),

/***/ 28513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ storesWithBuckets),
/* harmony export */   locksOf: () => (/* binding */ locksOf)
/* harmony export */ });
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48653);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57346);


async function bucketsOf({ store: declared, pgbackrest, restic }, store, env) {
    const { s3Store, placeOf } = await __webpack_require__.e(/* import() */ 2412).then(__webpack_require__.bind(__webpack_require__, 10031));
    const own = declared?.url === undefined ? undefined : placeOf(declared.url).bucket;
    if (restic === undefined)
        return pgbackrest === undefined ? [] : [store];
    if (placeOf(restic.url).bucket === own)
        return [store];
    const lockedByDefault = async () => {
        const credentials = (0,_kept_js__WEBPACK_IMPORTED_MODULE_0__/* .s3CredentialsOf */ .AO)(restic['credentials-prefix'], env, `the bucket ${restic.url}`);
        return (await s3Store({ ...restic, ...credentials })).lockedByDefault();
    };
    return [...(pgbackrest === undefined ? [] : [store]), { name: restic.url, lockedByDefault }];
}
async function locksOf(recovery, owner, config, env, now) {
    const asked = Object.entries(recovery.repositories).filter(([, { locked, store }]) => locked !== undefined &&
        store !== undefined &&
        (store.url === undefined || Boolean(env[`${store['credentials-prefix']}_ACCESS_KEY_ID`])));
    if (asked.length === 0)
        return new Map();
    const [stores, { checkLock }] = await Promise.all([
        (0,_recovery_js__WEBPACK_IMPORTED_MODULE_1__.openStores)({ ...recovery, repositories: Object.fromEntries(asked) }, config, env),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(1438)]).then(__webpack_require__.bind(__webpack_require__, 89349)),
    ]);
    return new Map(await Promise.all((await storesWithBuckets(stores, recovery, env)).map(async ({ name, store, locked = 0, others }) => {
        const doubt = await checkLock({ store, others, locked }, owner, now);
        return [name, doubt];
    })));
}
const storesWithBuckets = (stores, { repositories }, env) => Promise.all(stores.map(async (each) => {
    const repository = repositories[each.name];
    const others = repository === undefined ? [] : await bucketsOf(repository, each.store, env);
    return { ...each, others };
}));


/***/ }),

/***/ 45650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ signOutput),
/* harmony export */   Sg: () => (/* binding */ proofOutput),
/* harmony export */   Ye: () => (/* binding */ signsProofs),
/* harmony export */   bi: () => (/* binding */ promotionOf),
/* harmony export */   gs: () => (/* binding */ withdrawEarly),
/* harmony export */   rW: () => (/* binding */ withdrawalOutput),
/* harmony export */   vC: () => (/* binding */ publishProofs)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63114);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(991);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(566);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55571);






async function promotionOf(inputs, { environment, force, ...common }) {
    const { config, registry } = common;
    const { requires } = environment;
    if (requires === undefined)
        return {};
    const proofSigning = await proofSigningOf(inputs, { ...common, environments: [environment] });
    return {
        requirePromotion: async (cluster, images) => {
            const { provePromotion } = await Promise.all(/* import() */[__webpack_require__.e(3917), __webpack_require__.e(8308)]).then(__webpack_require__.bind(__webpack_require__, 58308));
            const { promotionSentence } = await __webpack_require__.e(/* import() */ 2384).then(__webpack_require__.bind(__webpack_require__, 2384));
            const written = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(inputs.config);
            const there = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .configFor */ .m3)(written, (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(written, requires.environment));
            const origin = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .mapValues */ .LG)(there.images, ({ repository }) => repository);
            const asked = { config, environment, requires, images, origin, registry, proofSigning };
            const promotion = await provePromotion(cluster, force === undefined ? asked : { ...asked, force });
            return { promotion, sentence: promotionSentence(promotion) };
        },
    };
}
const proofOutput = 'What happened to the proofs attached to the images, for environments that require this one: `attached` (the release is verified), `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
const withdrawalOutput = 'What happened to the proofs attached to the images, for environments that require this one: `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
async function withdrawEarly(cluster, request) {
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6695), __webpack_require__.e(3917), __webpack_require__.e(5797)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6695), __webpack_require__.e(3917), __webpack_require__.e(5797)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)();
    const { config, environmentName, inputs } = request;
    const environments = requiring(config, environmentName);
    const proofSigning = verified && inputs && (await proofSigningOf(inputs, { config, environments, registry, host }));
    const { state, warnings } = await settleProofs(cluster, { ...request, registry, proofSigning }, verified);
    host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
    for (const message of warnings) {
        host.annotate('warning', { title: 'Promotion', message });
        await host.summary(`⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(message)}\n`);
    }
}
async function proofSigningOf(inputs, { config, environments, registry, host }) {
    const { signing } = config;
    const trust = await demanded(config, environments);
    if (signing === undefined || trust === undefined)
        return undefined;
    const { env, report } = host;
    return async (use) => {
        const { withCosign } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(3697)]).then(__webpack_require__.bind(__webpack_require__, 18506));
        const { signingKey } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(1702)]).then(__webpack_require__.bind(__webpack_require__, 32694));
        const { attachStatement, signedPredicates } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(5331), __webpack_require__.e(2662)]).then(__webpack_require__.bind(__webpack_require__, 9947));
        const { predicates } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 90927));
        const type = predicates.verification;
        const { signal } = new AbortController();
        return withCosign({ env, signal, report }, cosign => {
            const asked = { ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_3__/* .trustOptions */ .z5)(inputs.config, config, trust), registry, cosign, env };
            const { root } = asked;
            return use({
                read: reference => signedPredicates((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .pinned */ .dp)(reference), type, { ...asked, now: Date.now() }),
                add: async (reference, proof) => {
                    const from = { signing, trustedRoot: trust.root, root, folder: cosign.folder, env };
                    const key = await signingKey(from);
                    await attachStatement(registry, (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .pinned */ .dp)(reference), type, proof, { cosign, key });
                },
            });
        });
    };
}
const signOutput = 'Whether `verify` signs its proof in this environment, because another one requires it: `true` or `false`.';
const signsProofs = async (config, environmentName) => (await demanded(config, requiring(config, environmentName))) !== undefined;
const requiring = ({ environments }, environmentName) => Object.values(environments).filter(({ requires }) => requires?.environment === environmentName);
async function demanded(config, environments) {
    if (config.signing === undefined)
        return undefined;
    const { trustOfProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    return environments.map(each => trustOfProofs(config, each.trust)).find(each => each !== undefined);
}


/***/ }),

/***/ 58262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conformanceReport: () => (/* reexport */ conformanceReport),
  gatherEvidence: () => (/* reexport */ gatherEvidence),
  requirementLines: () => (/* reexport */ requirementLines),
  requirementsPage: () => (/* reexport */ requirementsPage),
  requirementsSummary: () => (/* reexport */ requirementsSummary)
});

// UNUSED EXPORTS: bySection, decisionsOf, earlierReport, headline, nameOf, shortfallsOf, statusWord, statuses, trendSentence, whatOf

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var toolkit_map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/assess/assessment.js
var assessment = __webpack_require__(81724);
// EXTERNAL MODULE: ./.build/js/src/assess/dockerfiles.js
var dockerfiles = __webpack_require__(66551);
// EXTERNAL MODULE: ./.build/js/src/assess/requirement.js
var requirement = __webpack_require__(88159);
// EXTERNAL MODULE: ./.build/js/src/recovery/scenario.js + 2 modules
var recovery_scenario = __webpack_require__(1946);
// EXTERNAL MODULE: ./.build/js/src/assess/manifests/rules.js + 14 modules
var rules = __webpack_require__(95400);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/demands.js



const recorded = (command, more = '') => `run \`SLIPWAY_RECORDS=records slipway ${command}\`${more}, and report with \`--reports records\``;
const piped = (command) => recorded(command, ' or pipeline.yml on the default branch');
const stores = 'add `recovery` to slipway.yml, and pass the credentials of its stores by the input `credentials`';
const reporting = 'run `slipway report --environment ENVIRONMENT`';
const remedyBySource = {
    assess: `${reporting} with access to the cluster`,
    policy: piped('plan'),
    build: piped('build'),
    plan: piped('plan --environment ENVIRONMENT'),
    test: piped('test'),
    scan: recorded('scan --images IMAGES --from release', ' with the `images` of `slipway status --environment ENVIRONMENT`, or rescan.yml or pipeline.yml on the default branch'),
    stale: recorded('stale --deployed IMAGES', ' with the `images` of `slipway status --environment ENVIRONMENT`'),
    restore: recorded('restore --environment ENVIRONMENT --into NAMESPACE --masking masking.yml'),
    replication: recorded('replication --environment ENVIRONMENT --tables TABLES'),
    logs: recorded('logs --environment ENVIRONMENT', ' with `logs` in `monitoring`'),
    alerts: recorded('alerts test --environment ENVIRONMENT --severity info', ' with an Alertmanager in `monitoring`'),
    verify: 'add `verify` with `checks` to the environment in slipway.yml',
    monitor: `add \`monitoring\` with a Prometheus to slipway.yml, and ${reporting} with access to it`,
    release: 'release with pipeline.yml, or `slipway deploy --environment ENVIRONMENT --images IMAGES`, and report with access to the cluster',
    registry: `release, and ${reporting} with a login to the registry`,
    backup: stores,
    schedule: stores,
    drill: 'run `slipway drill --environment ENVIRONMENT --scenario restore`, whose record is in the stores of `recovery`, or pass its report in `--reports`',
    audit: recorded('audit verify --environment ENVIRONMENT', ' after `slipway audit export --environment ENVIRONMENT`'),
    keys: recorded('keys check --environment ENVIRONMENT', ' with `recovery` in slipway.yml'),
    cost: recorded('cost --environment ENVIRONMENT', ' with `cost` in slipway.yml'),
};
const settings = {
    checks: '`verify.checks`',
    html: 'a check with `type: text/html` in `verify.checks`',
    api: 'a check with `type: application/json` in `verify.checks`',
    'stored-secrets': 'a check with `stored-secrets` in `verify.checks`',
    cookie: 'a check with `cookies` in `verify.checks`',
    matrix: '`verify.matrix`',
    session: '`verify.matrix` with an identity with `cookie`',
    bearer: '`verify.matrix` with an identity with `bearer`',
    key: '`verify.matrix` with an identity with `header`',
    revoked: '`verify.revoked`',
    tls: '`verify.tls`',
    page: '`verify.page`',
    addresses: '`verify.addresses` with the address of each zone',
    dependencies: '`verify.dependencies`',
    stores: '`verify.dependencies` for database, cache and storage',
};
const reading = ['tls', 'page', 'addresses'];
const defaultDrillRule = {
    H5: 'drill-container-kill',
    H6: 'drill-pod-loss',
};
function remedyOf(source, rule = '') {
    const part = rule.slice(source.length + 1);
    const setting = source === 'verify' ? settings[part] : undefined;
    if (setting !== undefined)
        return reading.includes(part)
            ? `add ${setting} to the environment in slipway.yml`
            : recorded('verify --environment ENVIRONMENT', ` with ${setting} in slipway.yml`);
    if (source === 'alerts' && part === 'automatic')
        return 'set `monitoring.rollback`, and start alerts.yml for an alert, with `dry-run` to try it';
    if (source === 'alerts' && part === 'security-events')
        return recorded('alerts security-events --environment ENVIRONMENT', ' with `verify.security-events`');
    const scenario = recovery_scenario/* scenarioIds */.B.find(each => each === part) ?? 'restore';
    return remedyBySource[source]
        .replace('--scenario restore', `--scenario ${scenario}`)
        .replace('--severity info', `--severity ${['critical', 'warning'].includes(part) ? part : 'info'}`);
}
const shownToo = {
    'verify-session': ['S2'],
    'monitor-standbys': ['H3'],
    'drill-container-kill': ['H5'],
    'drill-pod-loss': ['H6'],
    'drill-zone-drain': ['H6'],
    'drill-autoscaling': ['P6'],
    'drill-bad-release': ['C11'],
    'drill-pod': ['D14'],
};
const shownBy = (rule) => shownToo[rule] ??
    requirement/* requirementIds */.aj.filter(id => (0,requirement/* otherNeedsOf */.dL)(id).some(need => need.split('|').includes(rule)));
const notApplicableReasons = {
    Z8: 'it is a property of Slipway, whose tests release several unrelated applications',
    A7: 'it is a property of Slipway, whose tests release an image from manifests (test/e2e/release.test.ts), from a Helm chart (test/e2e/helm.test.ts) and by Git (test/e2e/alone/gitops.test.ts)',
    C12: 'it is a property of Slipway, whose tests run it with the variables of GitHub, GitLab and none',
    C13: 'it is a property of Slipway, whose tests run it in GitHub Actions, GitLab CI and Jenkins (docs/any-ci.md)',
    C15: 'it is a property of Slipway, whose tests copy images between registries of several kinds, with passwords and with tokens (test/e2e/copying.test.ts)',
};
const ofAssess = new Map(rules/* manifestRules */.f.map(({ rule, id }) => [rule, id]));
const needsOf = (id) => [
    ...[...ofAssess].flatMap(([rule, of]) => (of === id ? [rule] : [])),
    ...(0,requirement/* otherNeedsOf */.dL)(id),
];
const ofRbac = /^KSV-0(04[1-9]|05[0-6]|11[1-5]|12[23])$/;
function requirementsOf(rule) {
    if (rule.startsWith('KSV-'))
        return [ofRbac.test(rule) ? 'S5' : 'I5'];
    const own = ofAssess.get(rule);
    if (own !== undefined)
        return [own];
    return Object.entries(requirement/* keyRequirements */._i).find(([name]) => name === rule)?.[1] ?? [];
}
const isOfManifests = (rule) => ofAssess.has(rule);
const isOfTrivy = (rule) => rule === 'trivy' || rule.startsWith('KSV-');
function sourceOf(rule) {
    const [prefix = ''] = rule.split('-');
    return !ofAssess.has(rule) && Object.hasOwn(remedyBySource, prefix) ? prefix : 'assess';
}

;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/decide.js







const aboutZones = ['H1', 'H2', 'H3', 'Z4'];
const zonesOfGuide = 3;
function decideAll(deciding) {
    const evidence = newest(deciding);
    const decided = new Map();
    const decideOne = (id) => {
        const known = decided.get(id) ?? decide(id, evidence.get(id) ?? [], deciding, decideOne);
        decided.set(id, known);
        return known;
    };
    return requirement/* requirementIds */.aj.map(decideOne);
}
function newest({ shown, now }) {
    const dated = shown.flatMap(({ assessments, ...document }) => assessments.map(each => ({ document, each, key: keyOf(each) })));
    const hasAsked = ({ each: { status, evidence, rule } }) => status !== 'unknown' || evidence.length > 0 || isOfManifests(rule);
    const latest = new Map();
    for (const all of [dated.filter(hasAsked), dated.filter(each => !hasAsked(each))]) {
        const known = new Set(latest.keys());
        for (const { document, key } of all)
            if (!known.has(key))
                latest.set(key, Math.max(latest.get(key) ?? 0, document.at));
    }
    const current = dated.filter(({ document, key }) => document.at === latest.get(key));
    const judged = current.map(({ document, each }) => aged(each, document, now));
    return Map.groupBy(inOrder(judged), ({ id }) => id);
}
const keyOf = ({ id, rule, scope = '' }) => isOfManifests(rule) || dockerfiles/* dockerfileRules */.M.includes(rule)
    ? 'assess'
    : isOfTrivy(rule)
        ? 'trivy'
        : `${id} ${rule} ${scope}`;
const inOrder = (all) => all
    .map(each => [JSON.stringify(each), each])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, each]) => each);
function aged(each, { of, at, counts }, now) {
    const { id, rule, evidence } = each;
    const unknown = (what) => ({
        id,
        rule,
        status: 'unknown',
        level: 'info',
        what,
        evidence,
    });
    if (each.status === 'unknown')
        return each;
    if (at > now + duration/* maxClockSkew */.b4)
        return unknown(`the evidence in ${of} has a time in the future`);
    if (now - at > counts)
        return unknown(`the evidence in ${of} is ${days(now - at)} old, and at most ${days(counts)} are allowed`);
    if (each.status === 'met' && each.evidence.length === 0)
        return unknown(`${of} has no evidence that ${each.what}`);
    return each;
}
const days = (ms) => (0,count/* counted */.h)(Math.floor(ms / 86_400_000), 'day');
const longest = 600;
const mostEvidence = 12;
const joined = (all) => [...new Set(all.map(({ what }) => what))].join('; ').slice(0, longest);
const distinct = (all) => [...new Map(all.map(each => [JSON.stringify(each), each])).values()].slice(0, mostEvidence);
function decide(id, own, deciding, other) {
    const fixed = notApplicableReasons[id];
    if (fixed !== undefined)
        return { id, status: 'not-applicable', what: fixed, evidence: [] };
    const needs = needsOf(id);
    const needed = new Set(needs.flatMap(need => need.split('|')));
    const parts = [
        ...(deciding.off ?? []).filter(rule => requirementsOf(rule).includes(id)).map(turnedOff),
        ...needs.map(need => partOf(id, need, own, deciding, other)),
        ...own.filter(({ rule, status }) => !needed.has(rule) && status !== 'not-applicable').map(one),
    ];
    const having = (status) => parts.filter(each => each.status === status);
    const findings = having('not-met');
    const short = findings.find(({ excused }) => excused === undefined) ?? findings[0];
    const open = short ?? having('unknown')[0];
    const whole = (part) => ({
        id,
        ...part,
        what: part.what.slice(0, longest),
        evidence: distinct(part.evidence ?? []),
    });
    if (open !== undefined)
        return whole(open);
    const met = having('met');
    const { zones = zonesOfGuide } = deciding;
    if (met.length > 0 && zones < zonesOfGuide && aboutZones.includes(id))
        return whole({
            status: 'not-applicable',
            what: `\`assess.zones\` is ${zones}, and the requirement needs three`,
        });
    if (met.length > 0)
        return whole({ status: 'met', what: joined(met), evidence: met.flatMap(each => each.evidence ?? []) });
    const [none] = parts;
    return whole(none === undefined
        ? { status: 'unknown', what: 'no check covers it', remedy: remedyOf('assess') }
        : { status: 'not-applicable', what: none.what });
}
const turnedOff = (rule) => ({
    status: 'unknown',
    what: `\`assess.rules\` in slipway.yml turns off ${rule}`,
    remedy: 'turn the rule on, and list accepted findings in `assess.exceptions`',
});
function partOf(id, need, own, { failedSources }, other) {
    if (need.startsWith('=')) {
        const { id, status, what, remedy, excused, evidence } = other(need.slice(1));
        if (status === 'met')
            return { status, what: `${id} is met`, evidence };
        return { status, what: `${id}: ${what}`, ...(0,toolkit_map/* defined */.sw)({ remedy, excused }) };
    }
    const isAny = need.startsWith('*');
    const rules = need.replace('*', '').split('|');
    const about = own.filter(({ rule }) => (isAny ? !isOfManifests(rule) : rules.includes(rule)));
    if (about.length === 0) {
        const source = sourceOf(rules[0] ?? '');
        const what = failedSources[source] ?? `no evidence was found (${rules.join(' or ')})`;
        return { status: 'unknown', what, remedy: remedyOf(source, isAny ? defaultDrillRule[id] : rules[0]) };
    }
    if (isAny)
        return together(about);
    const byRule = [...Map.groupBy(about, ({ rule }) => rule).values()].map(together);
    const order = ['not-met', 'met', 'unknown', 'not-applicable'];
    return byRule.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0];
}
function together(all) {
    const short = (0,assessment/* worstFirst */.md)((0,assessment.findingsIn)(all))[0] ?? all.find(({ status }) => status === 'not-met');
    const open = short ?? all.find(({ status }) => status === 'unknown');
    if (open !== undefined)
        return one(open);
    const met = all.filter(({ status }) => status === 'met');
    if (met.length === 0)
        return one(all[0]);
    return { status: 'met', what: joined(met), evidence: met.flatMap(({ evidence }) => evidence) };
}
function one(found) {
    const { status, what, level, rule, evidence, excused } = found;
    const isOpen = status === 'not-met' || status === 'unknown';
    const remedy = found.remedy ?? (isOpen ? remedyOf(sourceOf(rule), rule) : undefined);
    const where = (0,assessment/* placeText */.Z9)(found);
    return {
        status,
        what,
        rule,
        evidence: [...evidence],
        ...(status === 'not-met' ? { level } : {}),
        ...(0,toolkit_map/* defined */.sw)({ remedy, excused, where: where === '' ? undefined : where }),
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/report-schema.js


const report_schema_text = schemas/* string */.YjP().max(4000);
const moment = iso/* datetime */.w$();
const report_schema_count = schemas/* int */.Whr().min(0);
const idSchema = schemas/* enum */.k5n(requirement/* requirementIds */.aj).meta({
    description: 'The ID of a requirement; its letter is its section.',
});
const statusSchema = schemas/* enum */.k5n(['met', 'not-met', 'unknown', 'not-applicable']).meta({
    description: '`unknown`: it could not be checked, and `what` says why. It never counts as met.',
});
const assessmentEvidenceSchema = schemas/* object */.Ikc({ asked: report_schema_text, of: report_schema_text, at: moment })
    .meta({ description: 'What was queried, from whom, and when.' });
const excuseSchema = schemas/* object */.Ikc({
    by: schemas/* literal */.euz('exception'),
    owner: report_schema_text,
    reason: report_schema_text,
    expires: report_schema_text,
});
const requirementSchema = schemas/* object */.Ikc({
    id: idSchema,
    status: statusSchema,
    what: report_schema_text.meta({ description: 'What was found, or why it is unknown or not applicable.' }),
    evidence: schemas/* array */.YOg(assessmentEvidenceSchema),
    remedy: report_schema_text.exactOptional(),
    rule: report_schema_text.exactOptional().meta({ description: 'The check that decided.' }),
    level: schemas/* enum */.k5n(['error', 'warning', 'info']).exactOptional().meta({ description: 'Of a finding.' }),
    where: report_schema_text.exactOptional().meta({ description: 'A file with its line, or an object.' }),
    excused: excuseSchema.exactOptional().meta({ description: 'Who accepts a finding, why, until when.' }),
});
const countsSchema = schemas/* object */.Ikc({
    met: report_schema_count,
    'not-met': report_schema_count,
    unknown: report_schema_count,
    'not-applicable': report_schema_count,
});
const conformanceSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    app: report_schema_text,
    environment: report_schema_text,
    at: moment.meta({ description: 'When it was made.' }),
    by: report_schema_text.meta({ description: 'The version of Slipway.' }),
    counts: countsSchema,
    requirements: schemas/* array */.YOg(requirementSchema).meta({ description: 'All requirements, in their order.' }),
    sources: schemas/* array */.YOg(schemas/* object */.Ikc({ of: report_schema_text, at: moment, results: report_schema_count }))
        .meta({ description: 'The evidence that was read, with the number of results.' }),
    notes: schemas/* array */.YOg(report_schema_text),
    since: schemas/* object */.Ikc({
        at: moment,
        counts: countsSchema,
        changed: schemas/* array */.YOg(schemas/* object */.Ikc({ id: idSchema, from: statusSchema, to: statusSchema })),
    })
        .exactOptional()
        .meta({ description: 'What changed since an earlier report.' }),
})
    .meta({ title: 'Slipway report of requirements' });
const conformanceJsonSchema = () => z.toJSONSchema(conformanceSchema, { io: 'input', target: 'draft-7' });

;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/report.js


function conformanceReport(request) {
    const { app, environment, by, notes, shown, now, before } = request;
    const requirements = decideAll(request).map(each => each.remedy === undefined
        ? each
        : { ...each, remedy: each.remedy.replaceAll('ENVIRONMENT', environment) });
    return {
        schema: 1,
        app,
        environment,
        at: new Date(now).toISOString(),
        by,
        counts: countsOf(requirements),
        requirements,
        sources: shown
            .map(({ of, at, assessments }) => ({
            of,
            at: new Date(at).toISOString(),
            results: assessments.length,
        }))
            .sort((a, b) => (`${a.of} ${a.at}` < `${b.of} ${b.at}` ? -1 : 1)),
        notes: [...notes],
        ...(before === undefined ? {} : { since: sinceOf(before, requirements) }),
    };
}
const countsOf = (requirements) => Object.fromEntries(statusSchema.options.map(each => [each, requirements.filter(({ status }) => status === each).length]));
function sinceOf(before, requirements) {
    const was = new Map(before.requirements.map(({ id, status }) => [id, status]));
    const changed = requirements.flatMap(({ id, status: to }) => {
        const from = was.get(id) ?? 'unknown';
        return from === to ? [] : [{ id, from, to }];
    });
    return { at: before.at, counts: before.counts, changed };
}
function earlierReport(value, app, environment) {
    const read = conformanceSchema.safeParse(value);
    if (!read.success)
        return 'it is not a requirements report with `schema: 1`';
    const { data } = read;
    if (data.app !== app || data.environment !== environment)
        return `it is about ${data.app} in ${data.environment}`;
    const ids = new Set(data.requirements.map(({ id }) => id));
    return ids.size === data.requirements.length ? data : 'it names a requirement twice';
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
// EXTERNAL MODULE: ./.build/js/src/report/summary-parts.js
var summary_parts = __webpack_require__(8731);
;// CONCATENATED MODULE: ./.build/js/src/report/requirements.js






const statuses = ['met', 'not-met', 'unknown', 'not-applicable'];
const statusWord = (status) => status.replace('-', ' ');
const worst = 10;
function requirementsSummary(report) {
    const { app, environment, requirements, notes } = report;
    const short = shortfallsOf(report);
    const rowOf = (each) => [nameOf(each), whatOf(each), each.remedy ?? ''];
    const details = (title, status) => (0,markdown/* foldedTable */.vd)(title, ['requirement', 'why', 'how to find out'], requirements.filter(each => each.status === status).map(rowOf));
    const mark = short.some(({ excused }) => excused === undefined)
        ? '❌'
        : report.counts.unknown > 0
            ? '⚠️'
            : '✅';
    return (0,markdown/* paragraphs */.qN)([
        `### ${mark} Requirements of ${(0,markdown/* cell */.Hn)(app)} in ${(0,markdown/* cell */.Hn)(environment)}: ${headline(report)}`,
        (0,markdown/* table */.tp)(['section', ...statuses.map(statusWord)], bySection(report)),
        (0,markdown/* table */.tp)(['requirement', 'what', 'remedy'], short.slice(0, worst).map(rowOf)),
        short.length > worst ? `${(0,count/* counted */.h)(short.length - worst, 'more finding')} in the report.` : '',
        trendSentence(report),
        details('Unknown', 'unknown'),
        details('Not applicable', 'not-applicable'),
        (0,summary_parts/* bullets */.e5)(notes.map(printable/* printable */.g$)),
    ]);
}
function headline({ counts, requirements }) {
    const rest = statuses.slice(1).map(each => `${counts[each]} ${statusWord(each)}`);
    return `${counts.met} of ${requirements.length} met, ${rest.join(', ')}`;
}
function shortfallsOf({ requirements }) {
    const rank = ({ excused, level = 'warning' }) => (excused === undefined ? 0 : 10) + assessment/* ranks */.CS[level];
    return requirements.filter(({ status }) => status === 'not-met').sort((a, b) => rank(a) - rank(b));
}
function bySection({ requirements }) {
    return Object.values(requirement/* sections */.V0).map(section => {
        const own = requirements.filter(({ id }) => (0,requirement/* sectionOf */.ZE)(id) === section);
        return [section, ...statuses.map(each => String(own.filter(({ status }) => status === each).length))];
    });
}
function trendSentence({ since, counts }) {
    if (since === undefined)
        return '';
    const lost = since.changed.filter(({ from }) => from === 'met');
    const gained = since.changed.filter(({ to }) => to === 'met');
    const named = (all) => (all.length === 0 ? 'none' : all.map(({ id }) => id).join(', '));
    return `Since ${since.at.slice(0, 10)}: ${since.counts.met} met before, ${counts.met} now. Newly met: ${named(gained)}. No longer met: ${named(lost)}.`;
}
const requirementLines = (report) => [
    ...shortfallsOf(report).map(each => (0,printable/* printable */.g$)(`not met: ${nameOf(each)}: ${whatOf(each)}${each.remedy === undefined ? '' : `; ${each.remedy}`}`)),
    ...report.notes.map(note => (0,printable/* printable */.g$)(`note: ${note}`)),
    `report: ${headline(report)}`,
];
const nameOf = ({ id }) => `${id} ${requirement/* requirements */.Ln[id].title}`;
function whatOf({ what, where, excused }) {
    const accepted = excused === undefined
        ? ''
        : ` (accepted by ${excused.owner} until ${excused.expires}: ${excused.reason})`;
    return (0,printable/* printable */.g$)(`${where === undefined || what.includes(where) ? '' : `${where}: `}${what}${accepted}`);
}

// EXTERNAL MODULE: ./.build/js/src/report/document.js + 1 modules
var report_document = __webpack_require__(48097);
// EXTERNAL MODULE: ./.build/js/src/report/html.js
var html = __webpack_require__(57555);
// EXTERNAL MODULE: ./.build/js/src/report/page-table.js
var page_table = __webpack_require__(66228);
;// CONCATENATED MODULE: ./.build/js/src/report/requirements-page.js






function requirementsPage(report) {
    const { app, environment, at, by, sources, notes } = report;
    const [worst] = shortfallsOf(report);
    const mood = worst !== undefined ? 'bad' : report.counts.unknown > 0 ? 'open' : 'good';
    const trend = trendSentence(report);
    const body = (0,html/* html */.qy) `<header>
<p>${app} in ${environment} · ${(0,duration/* formatTime */.fU)(Date.parse(at))} · ${by}</p>
<h1>${headline(report)}</h1>
${worst === undefined
        ? undefined
        : (0,html/* html */.qy) `<dl class="verdict ${mood}"><dt>Worst</dt><dd>${nameOf(worst)}: ${whatOf(worst)}.</dd><dt>Next</dt><dd>${worst.remedy ?? 'see below'}.</dd></dl>`}
</header>
<section><h2>By section</h2>${trend === '' ? undefined : (0,html/* html */.qy) `<p>${trend}</p>`}
<ul class="legend">${statuses.map(each => (0,html/* html */.qy) `<li class="${tones[each]}">${statusWord(each)}</li>`)}</ul>
${chart(report)}</section>
${Object.values(requirement/* sections */.V0).map(section => sectionHtml(section, report))}
${notes.length === 0 ? undefined : (0,html/* html */.qy) `<section><h2>Notes</h2><ul>${notes.map(note => (0,html/* html */.qy) `<li>${note}</li>`)}</ul></section>`}
<section>${(0,page_table/* tableHtml */.qj)((0,html/* html */.qy) `<h2>What was read</h2>`, {
        head: ['source', 'at', 'results'],
        rows: sources.map(each => [each.of, (0,duration/* formatTime */.fU)(Date.parse(each.at)), String(each.results)]),
    })}</section>
<footer>Unknown never counts as met. Times are UTC.</footer>`;
    return (0,report_document/* htmlDocument */.r)(`Requirements of ${app} in ${environment}`, body, css);
}
const tones = { met: 'good', 'not-met': 'harm', unknown: 'candidate', 'not-applicable': 'quiet' };
const css = 'svg .bar { fill: var(--tone); } svg .name { text-anchor: end; dominant-baseline: middle; } svg .count { fill: var(--paper); text-anchor: middle; dominant-baseline: middle; }';
const line = 26;
const left = 190;
const width = 960;
function chart(report) {
    const rows = bySection(report);
    const longest = Math.max(1, ...rows.map(([, ...counts]) => counts.reduce((sum, each) => sum + Number(each), 0)));
    const unit = (width - left) / longest;
    const bars = rows.map(([section = '', ...counts], row) => {
        let x = left;
        const parts = statuses.map((status, index) => {
            const count = Number(counts[index] ?? 0);
            const from = x;
            x += count * unit;
            return count === 0
                ? undefined
                : (0,html/* html */.qy) `<g class="${tones[status]}"><rect class="bar" x="${from.toFixed(1)}" y="${row * line + 3}" width="${(count * unit - 1).toFixed(1)}" height="${line - 6}"><title>${section}: ${count} ${statusWord(status)}</title></rect><text class="count" x="${(from + (count * unit) / 2).toFixed(1)}" y="${row * line + line / 2}">${count}</text></g>`;
        });
        return (0,html/* html */.qy) `<text class="name" x="${left - 10}" y="${row * line + line / 2}">${section}</text>${parts}
`;
    });
    return (0,html/* html */.qy) `<svg viewBox="0 0 ${width} ${rows.length * line}" role="img" aria-label="Requirements by section and status">${bars}</svg>`;
}
function sectionHtml(title, { requirements }) {
    const rows = requirements
        .filter(({ id }) => (0,requirement/* sectionOf */.ZE)(id) === title)
        .map(each => [
        nameOf(each),
        statusWord(each.status),
        whatOf(each),
        each.remedy ?? '',
        evidenceText(each),
    ]);
    return (0,page_table/* tableSection */.Yc)({ title, head: ['requirement', 'status', 'what', 'remedy', 'evidence'], rows });
}
const evidenceText = ({ evidence }) => evidence.map(({ asked, of, at }) => `${asked}, of ${of}, ${(0,duration/* formatTime */.fU)(Date.parse(at))}`).join('; ');

// EXTERNAL MODULE: ./.build/js/src/assess/judgement.js
var assess_judgement = __webpack_require__(16679);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/assessments-from.js


function assessmentsFrom(judged, asked, of, at) {
    const evidence = [{ asked, of, at: new Date(at).toISOString() }];
    return (0,assess_judgement/* assessmentsOf */.FO)(judged, (rule, { status }) => ({
        ids: shownBy(rule),
        evidence,
        level: status === 'not-met' ? 'warning' : 'info',
    }));
}

// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var workloads_pods = __webpack_require__(12502);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/application.js



const ofCloud = /(^|[./-])(amazonaws\.com|alb\.ingress\.kubernetes\.io|aws|azure(\.com)?|gce-pd|gke\.io|cloud\.google\.com|googleapis\.com|alibabacloud\.com|oraclecloud\.com|digitalocean\.com|linode\.com)([./-]|$)/;
const isOfCloud = (name) => ofCloud.test(/^(service\.(beta\.|alpha\.)?)?kubernetes\.io\//.test(name) ? name : (name.split('/')[0] ?? ''));
function placesIn(value) {
    if (Array.isArray(value))
        return value.flatMap(placesIn);
    return Object.entries((0,toolkit_map/* isMap */.jh)(value) ? value : {}).flatMap(([key, part]) => {
        if (typeof part === 'string')
            return /^(loadBalancerClass|provisioner|driver)$/.test(key) ? [part] : [];
        if (key === 'nodeSelector' && (0,toolkit_map/* isMap */.jh)(part))
            return Object.keys(part);
        return key === 'matchExpressions' ? (0,toolkit_map/* mapsIn */.nf)(part).map(each => String(each.key)) : placesIn(part);
    });
}
const complete = {
    'a workload': ['Deployment', 'StatefulSet', 'DaemonSet'],
    'a Service': ['Service'],
    'a route': ['HTTPRoute', 'Ingress', 'IngressRoute', 'VirtualService', 'Gateway'],
    'a PodDisruptionBudget': ['PodDisruptionBudget'],
    'an autoscaler': ['HorizontalPodAutoscaler', 'ScaledObject'],
};
function judgeApplication(manifests, { nodes, served }, { version, newest }) {
    const bound = manifests.filter(({ object: { apiVersion = '', metadata, spec, provisioner } }) => ofCloud.test(apiVersion) ||
        [...Object.keys(metadata?.annotations ?? {}), ...placesIn(spec), ...placesIn({ provisioner })].some(isOfCloud));
    const kinds = new Set(manifests.map(({ object }) => object.kind));
    const lacking = Object.entries(complete).flatMap(([name, oneOf]) => oneOf.some(kind => kinds.has(kind)) ? [] : [name]);
    const withCluster = (problems, good, remedy) => problems.length > 0 || served.known ? (0,assess_judgement/* metUnless */.R3)(problems, good, remedy) : (0,assess_judgement/* unknown */.L5)(served.why);
    const outdated = version === undefined
        ? 'slipway.yml names no version of the policy'
        : `slipway.yml follows version ${version} of the policy, and ${newest} is current`;
    return {
        'assess-neutral': withCluster(bound.map(({ object, name }) => `${object.kind}/${name} depends on one cloud`), `none of ${manifests.length} manifests uses an API of one cloud`, 'move what belongs to one cloud to an overlay or a platform chart'),
        'assess-complete': withCluster(lacking.map(name => `${name} is not in the manifests`), 'the manifests have workload, Service, route, PodDisruptionBudget and autoscaler', 'add it to the manifests'),
        'assess-nodes': nodes.known
            ? (0,assess_judgement/* metUnless */.R3)(nodes.value
                .filter(node => !(0,workloads_pods/* isReady */.i_)(node))
                .map(({ metadata }) => `the node ${metadata?.name} is not ready`), `${nodes.value.length} nodes are ready`, 'find out why: `kubectl describe node`')
            : (0,assess_judgement/* unknown */.L5)(nodes.why),
        'assess-version': (0,assess_judgement/* metUnless */.R3)(version === newest ? [] : outdated, `slipway.yml follows version ${newest} of the policy`, `set \`policy-version: ${newest}\``),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/drills.js



const day = 86_400_000;
const drills_days = (ms) => `${Math.floor(ms / day)} days`;
const restoring = recovery_scenario/* scenarios */.q.flatMap(({ id, steps }) => steps.some(({ action }) => action === 'restore-database') ? [id] : []);
const failingOver = recovery_scenario/* scenarios */.q.flatMap(({ id, breaks }) => breaks.kind === 'pod' ||
    breaks.kind === 'command' ||
    (breaks.kind === 'application' && (breaks.what === 'pod' || breaks.what === 'zone'))
    ? [id]
    : []);
const many = 4;
const ofSeveral = ['drill-due', 'drill-variety', 'drill-measured'];
const judgeReported = (...of) => Object.fromEntries(Object.entries(judgeDrills(...of)).filter(([rule, { status }]) => status === 'met' || !ofSeveral.includes(rule)));
function judgeDrills(drills, { drills: settings }, now) {
    const within = settings?.due?.['max-age'] ?? {};
    const rows = recovery_scenario/* scenarios */.q.flatMap(({ id, every }) => {
        const own = drills
            .filter(({ scenario, at }) => scenario === id && at <= now + duration/* maxClockSkew */.b4)
            .toSorted((a, b) => b.at - a.at);
        const last = own.find(({ verdict }) => verdict !== 'skipped' && verdict !== 'refused') ?? own[0];
        return last === undefined ? [] : [{ id, last, most: within[id] ?? 1.5 * Math.max(every, 7) * day }];
    });
    if (rows.length === 0)
        return {};
    const fresh = rows.filter(({ last, most }) => last.verdict === 'pass' && now - last.at <= most);
    const restores = fresh.filter(({ id }) => restoring.includes(id));
    const overdue = Object.keys(within).filter(id => !fresh.some(each => each.id === id));
    const by = (asked, of, at, judgement) => ({
        ...judgement,
        evidence: [{ asked, of, at: new Date(at).toISOString() }],
    });
    const places = [...new Set(rows.map(({ last }) => last.of))].join(', ');
    const ofAll = (judgement) => by('the records of drills', places, now, judgement);
    return {
        ...Object.fromEntries(rows.map(({ id, last, most }) => [
            `drill-${id}`,
            by(`the ${id} drill`, last.of, last.at, judgeDrill(id, last, now - last.at, most)),
        ])),
        'drill-due': ofAll((0,assess_judgement/* metUnless */.R3)(restores.length === 0
            ? 'no restore was rehearsed on schedule'
            : overdue.map(id => `the ${id} drill has not passed within its max-age`), `${fresh.length} scenarios were rehearsed on schedule, ${restores.length} of them restores`, 'see the report of its last run, then run it again')),
        'drill-variety': ofAll(judgeVariety(fresh, restores)),
        'drill-measured': ofAll(judgeMeasured(fresh, restores)),
    };
}
function judgeVariety(fresh, restores) {
    const missing = [
        fresh.length < many && `${fresh.length} scenarios passed on schedule, and at least ${many} are required`,
        restores.length === 0 && 'no restore drill passed on schedule',
        !fresh.some(({ id }) => failingOver.includes(id)) &&
            'no drill of the loss of a pod, node or zone passed on schedule',
    ].filter(each => each !== false);
    return (0,assess_judgement/* metUnless */.R3)(missing, `${fresh.map(({ id }) => id).join(', ')} passed`, 'rehearse more scenarios');
}
function judgeMeasured(fresh, restores) {
    const remedy = 'set `drills.application`, and run the drill again';
    if (fresh.length === 0)
        return (0,assess_judgement/* unknown */.L5)('no drill passed on schedule');
    if (fresh.every(({ last }) => last.rto === undefined))
        return (0,assess_judgement/* metUnless */.R3)('no drill measured the time to recover', '', remedy);
    if (restores.length === 0)
        return (0,assess_judgement/* unknown */.L5)('no restore drill passed on schedule');
    const open = restores.filter(({ last }) => last.rto === undefined);
    const named = (of) => of.map(({ id }) => `the ${id} drill`).join(', ');
    return open.length > 0
        ? (0,assess_judgement/* found */.F9)('unknown', `${named(open)} did not measure the time to recover`, { remedy })
        : (0,assess_judgement/* metUnless */.R3)([], `${named(restores)} measured the time to recover`);
}
const lossless = ['pod', 'node'];
function judgeDrill(id, { verdict, rpo }, age, most) {
    if (age > most)
        return (0,assess_judgement/* unknown */.L5)(`the last ${id} drill is ${drills_days(age)} old, and at most ${drills_days(most)} are allowed`);
    if (verdict === 'pass' && lossless.includes(id)) {
        if (rpo === undefined)
            return (0,assess_judgement/* unknown */.L5)(`the ${id} drill passed, but did not measure the lost writes`);
        return (0,assess_judgement/* metUnless */.R3)(rpo > 0 ? `the ${id} drill lost ${(0,duration/* formatDuration */.a3)(rpo)} of writes` : [], `the ${id} drill passed, and lost no write`, 'replicate synchronously, and set the `rpo` of `node` in `recovery.targets` to 0s');
    }
    if (verdict === 'pass')
        return (0,assess_judgement/* metUnless */.R3)([], `the ${id} drill passed`);
    return verdict === 'breach' || verdict === 'fail'
        ? (0,assess_judgement/* metUnless */.R3)(`the ${id} drill ended with the verdict ${verdict}`, '', 'see its report')
        : (0,assess_judgement/* unknown */.L5)(`the last ${id} drill ended with the verdict ${verdict}`);
}

// EXTERNAL MODULE: ./.build/js/src/image/mentions.js
var mentions = __webpack_require__(772);
// EXTERNAL MODULE: ./.build/js/src/recovery/missing-sources.js
var missing_sources = __webpack_require__(12062);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/recovery.js






const recovery_day = 86_400_000;
const recovery_days = (ms) => `${Math.floor(ms / recovery_day)} days`;
function judgeRecovery(evidence, recovery, now) {
    const { stores, drills, schedule } = evidence;
    const ofStores = stores.flatMap(({ repository, manifest, refusal, sets }) => {
        const judged = manifest === undefined ? noSet : judgeSet(manifest, sets, evidence, recovery, now);
        const verb = refusal instanceof errors/* UntrustedDocument */.q ? 'would' : 'may';
        const refused = refusal && (0,assess_judgement/* unknown */.L5)(`a restore ${verb} refuse the newest backup set: ${refusal.sentence}`);
        return Object.entries(judged).map(([rule, each]) => [rule, { ...(refused || each), object: `Repository/${repository}` }]);
    });
    const byRule = Map.groupBy(ofStores, ([rule]) => rule);
    return {
        ...Object.fromEntries([...byRule].map(([rule, all]) => [rule, all.map(([, each]) => each)])),
        'schedule-targets': schedule.map(({ database, rows }) => {
            const open = rows.flatMap(each => (each.kind === 'uncovered' ? [each] : []));
            return (0,assess_judgement/* metUnless */.R3)(open.map(({ sentence }) => `${database}: ${sentence}`), `the schedule of ${database} can meet its targets`, open[0]?.help);
        }),
        ...judgeDrills(drills, recovery, now),
    };
}
const nothing = (0,assess_judgement/* metUnless */.R3)('the store holds no finished backup set', '', 'run `slipway backup`');
const noSet = {
    'backup-complete': nothing,
    'backup-fresh': nothing,
};
function judgeSet(set, sets, { images, namespace }, recovery, now) {
    const age = now - set.at;
    const usual = Math.min(...Object.values(recovery.databases).map(each => each.incremental), 7 * recovery_day);
    const labels = set.databases.flatMap(({ backups }) => backups.map(({ label }) => label));
    const dated = (what, pattern, most) => {
        if (labels.length === 0)
            return (0,assess_judgement/* unknown */.L5)('the set has no pgBackRest database');
        const times = labels.flatMap(label => {
            const [, y, m, d] = pattern.exec(label) ?? [];
            return y === undefined ? [] : [Date.parse(`${y}-${m}-${d}T00:00:00Z`)];
        });
        const oldest = Math.min(...times);
        const is = times.length === 0 ? 'missing' : `${recovery_days(now - oldest)} old`;
        return (0,assess_judgement/* metUnless */.R3)(times.length === 0 || now - oldest > most + recovery_day ? `the newest ${what} backup is ${is}` : [], `a ${what} backup is at most ${recovery_days(most)} old`, 'see the last runs of `backup`');
    };
    const kept = (0,mentions/* digestsIn */.V)(set.images.join('\n'));
    const lost = images.filter(image => (0,mentions/* digestsIn */.V)(image).some(digest => !kept.includes(digest)));
    const objects = Object.values(set.clusterObjects).reduce((sum, count) => sum + count, 0);
    const state = set.objectStores.length +
        (set.redis ?? []).length +
        set.volumes.filter(({ covered }) => covered === 'files' || covered === 'snapshot').length;
    const stored = set.objectStores.map(({ name }) => name);
    const lostState = [
        ...(0,missing_sources/* missingRedis */.G)(set, recovery).map(name => `the Redis ${name}`),
        ...Object.keys(recovery.buckets).flatMap(name => (stored.includes(name) ? [] : `the bucket ${name}`)),
    ];
    return {
        'backup-fresh': (0,assess_judgement/* metUnless */.R3)(age > 1.5 * usual ? `the newest backup set is ${recovery_days(age)} old` : [], `the newest backup set is ${Math.floor(Math.max(0, age) / 3_600_000)} hours old`, 'see the last runs of `backup`'),
        'backup-scheduled': judgeSchedule(sets.filter(at => at <= now + duration/* maxClockSkew */.b4), 1.5 * usual),
        'backup-complete': (0,assess_judgement/* metUnless */.R3)((0,missing_sources/* missingSourcesIn */.U)(set, recovery, namespace), 'the newest set has all that slipway.yml declares', 'correct `recovery` in slipway.yml, and back up again'),
        'backup-volumes': (0,assess_judgement/* metUnless */.R3)(set.volumes
            .filter(({ covered }) => covered === 'not')
            .map(({ pvc }) => `the volume ${pvc} has no backup`), 'every volume is backed up, or declared as not needed', 'declare how the volume is backed up'),
        'backup-full': dated('full', /(\d{4})(\d\d)(\d\d)-\d{6}F/, 7 * recovery_day),
        'backup-incremental': dated('daily', /(\d{4})(\d\d)(\d\d)-\d{6}[FID]$/, recovery_day),
        'backup-configuration': (0,assess_judgement/* metUnless */.R3)(objects === 0 ? 'the set has no object of the cluster' : [], `the set has ${objects} objects of the cluster`, 'set `recovery.objects.export`'),
        'backup-images': images.length === 0
            ? (0,assess_judgement/* unknown */.L5)('the images of the live release are not known')
            : (0,assess_judgement/* metUnless */.R3)(lost.map(image => `the set does not name ${image}`), 'the set names the images of the live release', 'back up after each release'),
        'backup-state': lostState.length === 0 && state === 0
            ? (0,assess_judgement/* unknown */.L5)('the set has no bucket, no Redis and no volume with state')
            : (0,assess_judgement/* metUnless */.R3)(lostState.map(name => `${name} is not in the set`), `the set has ${state} buckets, Redis and volumes`, 'see the last run of `backup`'),
    };
}
function judgeSchedule(sets, most) {
    const [last = 0, before] = sets.toSorted((a, b) => b - a);
    if (before === undefined)
        return (0,assess_judgement/* found */.F9)('unknown', 'the store holds one backup set, which shows no schedule', {
            remedy: 'let `backup` run on its schedule, as backup.yml does',
        });
    return (0,assess_judgement/* metUnless */.R3)(last - before > most ? `the newest two backup sets are ${recovery_days(last - before)} apart` : [], 'the newest two backup sets follow the schedule', 'find out why `backup` did not run');
}

// EXTERNAL MODULE: ./.build/js/src/assess/live.js
var live = __webpack_require__(45820);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/config/policy-version.js
var policy_version = __webpack_require__(38501);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/recovery/declared.js
var declared = __webpack_require__(95495);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill-records.js
var drill_records = __webpack_require__(89907);
// EXTERNAL MODULE: ./.build/js/src/recovery/sets.js
var sets = __webpack_require__(58888);
// EXTERNAL MODULE: ./.build/js/src/actions/assess.js
var assess = __webpack_require__(60527);
;// CONCATENATED MODULE: ./.build/js/src/actions/endpoints-and-pods.js



async function endpointsAndPods(cluster, namespace, workload, service) {
    const endpoints = service === undefined ? undefined : await endpointsOf(cluster, namespace, service);
    const pods = await (0,live.queriedOf)('the pods of the release', cluster, async () => {
        const labelSelector = (0,workloads_pods/* selectorOf */.Bk)(workload);
        return (await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), { labelSelector })).items;
    });
    return { endpoints, pods };
}
const endpointsOf = (cluster, namespace, service) => (0,live.queriedOf)('the endpoints of the Service', cluster, async () => {
    const labelSelector = `kubernetes.io/service-name=${service}`;
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.endpointSlice, namespace);
    const { items } = await cluster.list(path, { labelSelector });
    const endpoints = items.flatMap(({ endpoints }) => endpoints ?? []);
    const ready = endpoints.filter(({ conditions }) => conditions?.ready !== false);
    return new Set(ready.flatMap(({ targetRef }) => targetRef?.name ?? []));
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/assess/conformance/judges/acceptance.js
var acceptance = __webpack_require__(43020);
// EXTERNAL MODULE: ./.build/js/src/assess/conformance/judges/monitoring.js
var monitoring = __webpack_require__(21537);
// EXTERNAL MODULE: ./.build/js/src/config/rules.js
var config_rules = __webpack_require__(92063);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/live-images.js


const liveUnknown = (why, of = {}) => (0,assess_judgement/* notAsked */.Op)(`it is not known which images are live: ${why}`, { ...of, remedy: remedyBySource.assess });
const isLive = ({ images }, image, digest) => images[image]?.endsWith(`@${digest}`) === true;

;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/policy.js




const policySchema = schemas/* looseObject */._H3({
    schema: schemas/* literal */.euz(1),
    app: schemas/* string */.YjP().max(200),
    at: iso/* datetime */.w$(),
    verdict: schemas/* enum */.k5n(['pass', 'fail']),
    counts: schemas/* looseObject */._H3({ error: schemas/* number */.aig(), excused: schemas/* number */.aig() }),
    findings: schemas/* array */.YOg(schemas/* looseObject */._H3({
        rule: schemas/* string */.YjP().max(200),
        message: schemas/* string */.YjP().max(4000),
        remedy: schemas/* string */.YjP().max(4000).exactOptional(),
        excused: schemas/* unknown */.L5J().optional(),
    }))
        .max(10_000),
    checked: schemas/* looseObject */._H3({
        what: schemas/* enum */.k5n(['dockerfiles', 'images']),
        images: schemas/* array */.YOg(schemas/* looseObject */._H3({
            image: schemas/* string */.YjP().max(200),
            digest: schemas/* string */.YjP().max(200).exactOptional(),
            managers: schemas/* array */.YOg(schemas/* string */.YjP().max(50)).max(50).exactOptional(),
        }))
            .max(1000),
    })
        .exactOptional(),
});
const frontend = /\b(npm|npx|yarn|pnpm|bun|package(-lock)?\.json)\b/i;
const locks = /^(frozen-lockfile|lock-file)$/;
function judgePolicy({ findings, checked }, { policy, images }, live) {
    if (checked === undefined)
        return {};
    const open = findings.filter(({ excused }) => excused === undefined || excused === null);
    const read = checked.images.map(({ image }) => image);
    const unread = Object.keys(images).filter(name => !read.includes(name));
    const part = checked.what === 'images' ? 'layers' : 'Dockerfile';
    const without = (good, rules, more = (_) => false) => {
        const own = open.filter(each => rules.test(each.rule) || more(each));
        const isOn = (rule) => rules.test(rule) && (0,config_rules/* levelOf */.In)(rule, policy.rules) !== 'off';
        if (own.length === 0 && !config_rules/* ruleNames */.XZ.some(isOn))
            return (0,assess_judgement/* unknown */.L5)('`policy.rules` in slipway.yml turns off every rule that checks it');
        return own.length === 0 && unread.length > 0
            ? (0,assess_judgement/* unknown */.L5)(`nothing checked the ${part} of ${unread.join(', ')}`)
            : (0,assess_judgement/* metUnless */.R3)(own.map(({ message, rule }) => `${message} [${rule}]`), good, own[0]?.remedy);
    };
    const managers = checked.images.flatMap(each => each.managers ?? []);
    const installing = (judgement, is, what) => is || judgement.status !== 'met' ? judgement : (0,assess_judgement/* notApplicable */.hH)(`no Dockerfile installs ${what}`);
    const locked = (side, rules) => installing(without(`packages of the ${side} come from the lock file`, rules, ({ rule, message }) => locks.test(rule) && frontend.test(message) === (side === 'frontend')), managers.some(each => frontend.test(each) === (side === 'frontend')), `packages of the ${side}`);
    if (checked.what === 'images') {
        const judgement = without('images run as an unprivileged user, and have no program that grants root', /^image-(user|setuid|capability|world|sudo)/);
        const other = judgement.status === 'met' ? otherThanLive(checked.images, live) : undefined;
        return { 'scan-permissions': other ?? judgement };
    }
    return {
        'policy-stages': without('images have no build tools, and their base images are pinned', /^(build-tools|base-(tag|digest|argument))$/),
        'policy-frontend': locked('frontend', /^(npm-ci|pin-npm)$/),
        'policy-backend': locked('backend', /^pin-(pip|go|gem|cargo)$/),
        'policy-permissions': without('Dockerfiles set an unprivileged user', /^(user-(root|missing)|sudo|sudo-nopasswd|world-writable)$/),
        'policy-cache': installing(without('lock files are copied before the sources, so layers are cached', /^copy-order$/), managers.length > 0, 'packages'),
        'policy-bases': policy.bases === undefined
            ? (0,assess_judgement/* unknown */.L5)('`policy.bases` in slipway.yml names no allowed base images')
            : without('base images are allowed ones', /^base-allowed$/),
    };
}
function otherThanLive(checked, live) {
    if (typeof live === 'string')
        return liveUnknown(live);
    const other = checked.find(({ image, digest }) => !isLive(live, image, digest));
    return (other &&
        (0,assess_judgement/* notAsked */.Op)(`the layers of ${other.image} were checked, but release ${live.release} has another image`));
}

// EXTERNAL MODULE: ./.build/js/src/config/security-events.js
var security_events = __webpack_require__(64436);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/bases.js



function judgeBases({ outputs }, config, live) {
    const checked = (0,toolkit_map/* jsonMap */.vM)(outputs.images ?? '') ?? {};
    const of = (name) => ((0,toolkit_map/* isMap */.jh)(checked[name]) ? checked[name] : {});
    const moved = Object.keys(checked).filter(name => of(name).stale === true);
    const names = Object.keys(config.images);
    if (moved.length > 0)
        return {
            'stale-bases': (0,assess_judgement/* metUnless */.R3)(moved.map(name => `the base image of ${name} has moved`), '', 'rebuild the image'),
        };
    const open = names.find(name => of(name).stale !== false);
    if (open !== undefined) {
        const why = String(of(open).why ?? 'it was not checked').slice(0, 600);
        const otherwise = `it is not known whether the base image of ${open} is current: ${why}`;
        return { 'stale-bases': (0,assess_judgement/* unknown */.L5)(outputs.reason || otherwise) };
    }
    if (typeof live === 'string')
        return { 'stale-bases': liveUnknown(live) };
    const other = names.find(name => !isLive(live, name, of(name).digest));
    return {
        'stale-bases': other === undefined
            ? (0,assess_judgement/* metUnless */.R3)([], 'base images are current')
            : (0,assess_judgement/* notAsked */.Op)(`the base image of ${other} is current, but release ${live.release} has another image ${other}`),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/replication.js



function judgeReplicas(record, { environments }) {
    const { database: asked, environment = '' } = record.about;
    const names = Object.keys(environments[environment]?.recovery?.databases ?? {});
    const name = asked || (names.length === 1 ? names[0] : undefined);
    if (name === undefined || !names.includes(name))
        return {};
    const scopeOf = (database) => ({ object: `Database/${database}`, scope: `Database/${database}` });
    const notRecorded = names
        .filter(each => each !== name)
        .map(each => (0,assess_judgement/* notAsked */.Op)(`\`slipway replication\` has no record of the database ${each}`, scopeOf(each)));
    const judged = judgeOne(record, environments[environment]?.assess?.zones);
    return Object.fromEntries(Object.entries(judged).flatMap(([rule, each]) => each === undefined ? [] : [[rule, [{ ...each, ...scopeOf(name) }, ...notRecorded]]]));
}
function judgeOne({ outputs }, zones) {
    const tables = (0,toolkit_map/* mapsIn */.nf)((0,toolkit_map/* jsonIn */.Yf)(outputs.tables ?? ''));
    const wrong = tables.filter(each => each.verdict !== 'equal');
    const standbys = (0,toolkit_map/* jsonIn */.Yf)(outputs.standbys ?? '');
    const count = Array.isArray(standbys) ? standbys.length : 0;
    const reason = outputs.reason || 'the step gave no reason';
    const ok = outputs.verdict === 'pass' || (wrong.length > 0 && reason.split('; ').length === wrong.length);
    const copies = { verdict: ok ? 'pass' : outputs.verdict, reason };
    const { streaming = 0, apart = 0, archiving } = (0,toolkit_map/* jsonMap */.vM)(outputs.replicates ?? '') ?? {};
    const standby = (0,assess_judgement/* judgementOf */.lG)(`standbys that replicate in time: ${count}`, copies);
    const current = (0,assess_judgement/* judgementOf */.lG)('standbys and the WAL archive are current', copies);
    return {
        'replication-standbys': ok && count === 0
            ? (0,assess_judgement/* metUnless */.R3)('the database has no standby', '', 'add one in another zone')
            : ok && apart === 0 && zones !== 1
                ? (0,assess_judgement/* found */.F9)('unknown', 'no standby that streams WAL is known to be in another zone than the primary', {
                    remedy: 'declare one with `survives: zone` in `replicas` of the database, and run `slipway replication` with permission to list nodes',
                })
                : standby,
        'replication-archive': ok && archiving !== true && streaming === 0
            ? (0,assess_judgement/* found */.F9)('unknown', 'no WAL is archived or streamed, and slipway.yml declares none', {
                remedy: 'set `archive-timeout` or `replicas` of the database, and run `slipway replication`',
            })
            : current,
        'replication-synchronous': judgeCommits(outputs.replicates ?? ''),
        'replication-tables': tables.length === 0 ? undefined : judgeTables(tables.length, wrong),
    };
}
function judgeCommits(replicates) {
    const { synchronous, allWait } = (0,toolkit_map/* jsonMap */.vM)(replicates) ?? {};
    if (typeof synchronous !== 'number' || typeof allWait !== 'boolean')
        return (0,assess_judgement/* unknown */.L5)('the record does not say whether commits wait for a standby: no primary answered, or an older version of Slipway made it');
    if (synchronous === 0)
        return (0,assess_judgement/* metUnless */.R3)('commits do not wait for a standby, so the loss of the machine of the primary loses the latest ones', '', 'replicate synchronously: set `synchronous_standby_names`, or `synchronous_mode` of Patroni');
    return (0,assess_judgement/* metUnless */.R3)(allWait
        ? []
        : 'the server, a role, a database or a function sets `synchronous_commit` to off or local, so its commits do not wait for a standby', `commits wait for ${(0,count/* counted */.h)(synchronous, 'standby')}`, 'remove the setting: `select * from pg_db_role_setting` shows those of roles and databases, `pg_proc.proconfig` those of functions');
}
function judgeTables(count, wrong) {
    const differs = wrong.find(each => each.verdict === 'differs');
    return differs === undefined && wrong[0] !== undefined
        ? (0,assess_judgement/* unknown */.L5)(String(wrong[0].sentence))
        : (0,assess_judgement/* metUnless */.R3)(differs && String(differs.sentence), `${count} comparisons of tables found no difference`, 'find out what changed the replica, and build it again from the primary');
}

;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/steps.js








const stepSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    step: schemas/* string */.YjP().max(40),
    at: iso/* datetime */.w$(),
    ended: schemas/* enum */.k5n(['passed', 'failed', 'refused']),
    about: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().max(500)),
    outputs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().max(1_000_000)),
});
const again = 'fix what the step reports, and run it again';
const failure = ({ ended, outputs }, otherwise) => ended === 'passed' ? [] : [outputs.reason || otherwise];
const plan = record => record.about.environment
    ? {
        'plan-pass': (0,assess_judgement/* metUnless */.R3)(failure(record, 'the plan failed'), 'the plan of the release passes', again),
    }
    : {};
const build = (record, { images }) => {
    const { tags, images: digests = '' } = record.outputs;
    const built = Object.keys((0,toolkit_map/* jsonMap */.vM)(digests) ?? {});
    const [failed] = failure(record, 'the build failed');
    const planned = Object.values((0,toolkit_map/* jsonMap */.vM)(tags ?? '') ?? [(0,toolkit_map/* jsonIn */.Yf)(tags ?? '') ?? []]);
    const without = Object.keys(images).filter(name => !built.includes(name));
    const unbounded = Object.keys(images).filter(name => images[name]?.budget === undefined);
    return {
        'build-digests': (0,assess_judgement/* metUnless */.R3)(failed ?? without.map(name => `the build gives no digest of ${name}`), `the build gives the digests of ${built.join(', ')}`),
        'build-tags': (0,assess_judgement/* metUnless */.R3)(planned.length === 0 || planned.some(each => Array.isArray(each) && each.length === 0)
            ? 'the build planned no tags'
            : [], `the build planned the tags ${tags ?? ''}`.slice(0, 300)),
        'build-size': failed === undefined || /budget/.test(failed)
            ? (0,assess_judgement/* metUnless */.R3)(failed ?? unbounded.map(name => `the image ${name} has no size budget`), 'the images are within their budgets', 'set `budget` of the image in slipway.yml')
            : (0,assess_judgement/* unknown */.L5)(failed),
        'build-cache': failed === undefined ? judgeCache(record.outputs.steps ?? '') : (0,assess_judgement/* unknown */.L5)(failed),
    };
};
function judgeCache(text) {
    const steps = Object.values((0,toolkit_map/* jsonMap */.vM)(text) ?? {}).filter(toolkit_map/* isMap */.jh);
    const sum = (key) => steps.reduce((total, each) => total + (Number(each[key]) || 0), 0);
    if (sum('total') === 0)
        return (0,assess_judgement/* unknown */.L5)('the build does not say which of its steps came from the cache');
    return sum('cached') === 0
        ? (0,assess_judgement/* found */.F9)('unknown', `none of the ${sum('total')} steps of the last build came from the cache`, {
            remedy: 'build again with the default `cache`',
        })
        : (0,assess_judgement/* metUnless */.R3)([], `${sum('cached')} of ${sum('total')} steps of the last build came from the cache`);
}
const tests = record => {
    const { passed = '' } = record.outputs;
    const silent = passed === '' ? 'no JUnit report was read' : passed === '0' ? 'no test passed' : undefined;
    if (record.ended !== 'passed' || silent === undefined)
        return { 'test-pass': (0,assess_judgement/* metUnless */.R3)(failure(record, 'the step failed'), `${passed} tests pass`, again) };
    return {
        'test-pass': (0,assess_judgement/* found */.F9)('unknown', `the step passed, but ${silent}`, {
            remedy: 'name the reports of the tests in `test.junit` of slipway.yml',
        }),
    };
};
const scan = (record, { images }, live) => {
    const scanned = (0,toolkit_map/* jsonMap */.vM)(record.outputs.images ?? '') ?? {};
    const names = Object.keys(scanned);
    const failing = record.ended === 'failed' ? (0,toolkit_map/* jsonMap */.vM)(record.outputs.failing ?? '') : undefined;
    const all = names.length > 0 ? names : Object.keys(images);
    const whole = failure(record, 'the scan failed').flatMap(why => all.map(name => [name, why]));
    const some = Object.entries(failing ?? {});
    const problems = new Map(some.length > 0 ? some : whole);
    const judgeImage = (name) => {
        const of = { object: `Image/${name}`, scope: `Image/${name}` };
        const problem = problems.get(name);
        if (problem !== undefined)
            return (0,assess_judgement/* found */.F9)('not-met', String(problem).slice(0, 600), { ...of, remedy: again });
        if (!names.includes(name))
            return (0,assess_judgement/* notAsked */.Op)(`the scan does not name the image ${name}`, of);
        if (typeof live === 'string')
            return liveUnknown(live, of);
        const served = live.images[name];
        const lacks = Object.keys(live.images).length === 0 ? 'record' : `image ${name}`;
        if (served === undefined)
            return (0,assess_judgement/* notAsked */.Op)(`the live release ${live.release} has no ${lacks}`, {
                ...of,
                remedy: remedyBySource.release,
            });
        return isLive(live, name, scanned[name])
            ? (0,assess_judgement/* found */.F9)('met', `the scan of ${name} passes`, of)
            : (0,assess_judgement/* notAsked */.Op)(`the scan of ${name} passes, but release ${live.release} has another image ${name}`, of);
    };
    return { 'scan-pass': Object.keys(images).map(judgeImage) };
};
const logs = ({ outputs }) => {
    const checks = (0,toolkit_map/* mapsIn */.nf)((0,toolkit_map/* jsonIn */.Yf)(outputs.checks ?? ''));
    const of = (name) => checks.find(({ check }) => check === name);
    return {
        'logs-store': judgeStore(of, outputs.reason),
        'logs-structure': (0,assess_judgement/* judgementOf */.lG)('logs are structured', of('structure')),
        'logs-retention': judgeDeletion(of('retention')),
        'logs-arrival': (0,assess_judgement/* judgementOf */.lG)('lines of every workload arrive', of('arrival')),
        'logs-leaks': (0,assess_judgement/* judgementOf */.lG)('dummy secrets do not reach the logs', of('leaks')),
    };
};
function judgeStore(of, reason = '') {
    const [structure, arrival, leaks] = ['structure', 'arrival', 'leaks'].map(of);
    const lines = Number(structure?.lines ?? Number.NaN);
    const isJudged = [structure, leaks].some(each => each?.verdict === 'pass' || each?.verdict === 'fail');
    if (lines > 0 || isJudged || arrival?.verdict === 'pass')
        return (0,assess_judgement/* metUnless */.R3)([], 'the log store has lines of the application');
    return lines === 0 && arrival?.verdict === 'fail'
        ? (0,assess_judgement/* metUnless */.R3)('the log store answers, but has no line of the application', '', 'send the logs of the namespace to it, or correct `monitoring.logs`')
        : (0,assess_judgement/* unknown */.L5)(reason || 'no check has read lines from the log store');
}
function judgeDeletion(check) {
    if (check?.verdict !== 'pass')
        return (0,assess_judgement/* judgementOf */.lG)('', check);
    const deleted = (0,toolkit_map/* isMap */.jh)(check.deleted) ? check.deleted : {};
    const why = String(deleted.reason || 'nothing asked the log store').slice(0, 600);
    return deleted.verdict === 'pass'
        ? (0,assess_judgement/* metUnless */.R3)([], `each level has a retention, and ${why}`)
        : (0,assess_judgement/* found */.F9)('unknown', `each level has a retention, but nothing shows that the log store deletes old lines: ${why}`, {
            remedy: 'run `slipway logs --environment ENVIRONMENT --retention FILES` again when lines are old enough to be deleted',
        });
}
const alerts = ({ outputs: { state = '', reason, hops = '' }, about }) => {
    const why = reason || `the state is ${state}`;
    if (about.operation === 'rollback' && state === 'ignored')
        return {};
    if (about.operation === 'rollback')
        return {
            'alerts-automatic': ['complete', 'would-roll-back', 'not-needed'].includes(state)
                ? (0,assess_judgement/* metUnless */.R3)([], `an alert triggered a decision (${state})`)
                : state === 'failed'
                    ? (0,assess_judgement/* metUnless */.R3)(why, '', 'see the summary of that run')
                    : (0,assess_judgement/* unknown */.L5)(why),
        };
    const followed = (good) => state === 'delivered' || state === 'broken'
        ? (0,assess_judgement/* metUnless */.R3)(state === 'broken' ? why : [], good, 'correct the hop that the step names')
        : (0,assess_judgement/* unknown */.L5)(why);
    if (about.operation === 'security-events') {
        const names = (0,toolkit_map/* mapsIn */.nf)((0,toolkit_map/* jsonIn */.Yf)(hops)).map(({ name }) => name);
        const untried = security_events/* securityEventKinds */.o.filter(kind => !names.includes(`${kind}-metric`));
        const judgement = followed('events of each kind reached their counters, and raised alerts');
        const isPart = judgement.status === 'met' && untried.length > 0;
        return {
            'alerts-security-events': isPart
                ? (0,assess_judgement/* unknown */.L5)(`\`verify.security-events\` has no request for ${untried.join(', ')}`)
                : judgement,
        };
    }
    if (about.operation !== 'test')
        return {};
    const severity = about.severity ?? 'info';
    const delivered = followed(`a test alert of ${severity} reached its receiver`);
    return { [`alerts-${severity}`]: delivered };
};
const restore = ({ ended, about, outputs: { proved, reason } }) => about.masking
    ? {
        'restore-masked': (0,assess_judgement/* metUnless */.R3)(ended === 'passed' && proved ? [] : reason || 'the restore failed', `a masked copy was restored and proved to ${proved}`, 'fix what the step reports, and restore again'),
    }
    : {};
const audit = record => record.about.operation === 'export' && record.ended !== 'failed'
    ? {}
    : { 'audit-chain': judgeChain(record) };
const longestPending = 2 * 86_400_000;
function judgeChain(record) {
    const { head, 'pending-since': since = '', 'head-compared': compared } = record.outputs;
    const judged = (0,assess_judgement/* metUnless */.R3)(failure(record, 'the audit chain is broken'), `the audit chain is intact up to ${head}`, 'compare the entry or record that the fault names with a copy, and find out who changed it');
    if (judged.status !== 'met')
        return judged;
    if (Date.parse(record.at) - Date.parse(since) > longestPending)
        return (0,assess_judgement/* found */.F9)('unknown', `a record of ${since} has waited more than two days for its export`, {
            remedy: 'run `slipway audit export --environment ENVIRONMENT` after each release, or at least daily',
        });
    return compared === 'true'
        ? judged
        : (0,assess_judgement/* found */.F9)('unknown', 'the audit chain was not compared with a signed or noted head, so its end may be missing', {
            remedy: 'add `signing` and `trust` to slipway.yml, or run `slipway audit verify --head HEAD` with a head that you noted',
        });
}
const judges = {
    build,
    logs,
    replication: judgeReplicas,
    alerts,
    stale: judgeBases,
    restore,
    audit,
    plan,
    test: tests,
    scan,
};
const judgedSteps = [...Object.keys(judges), 'verify'];
const judgeStep = (record, config, live) => Object.hasOwn(judges, record.step) ? (judges[record.step]?.(record, config, live) ?? {}) : {};

;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/documents.js












const documents_text = schemas/* string */.YjP().max(4000);
const assessmentSchema = schemas/* object */.Ikc({
    id: idSchema,
    status: statusSchema,
    level: schemas/* enum */.k5n(['error', 'warning', 'info']),
    what: documents_text,
    evidence: schemas/* array */.YOg(assessmentEvidenceSchema).max(100),
    object: documents_text.exactOptional(),
    scope: documents_text.exactOptional(),
    remedy: documents_text.exactOptional(),
    place: schemas/* object */.Ikc({ file: documents_text, line: schemas/* int */.Whr().min(1).exactOptional() }).exactOptional(),
    rule: schemas/* string */.YjP().max(200),
    excused: excuseSchema.exactOptional(),
    note: documents_text.exactOptional(),
});
const assessmentsSchema = schemas/* looseObject */._H3({
    app: documents_text,
    environment: documents_text.exactOptional(),
    at: iso/* datetime */.w$(),
    assessments: schemas/* array */.YOg(assessmentSchema).max(20_000),
});
const drillSchema = schemas/* looseObject */._H3({
    schema: schemas/* literal */.euz(1),
    app: documents_text,
    environment: documents_text,
    scenario: documents_text,
    startedAt: schemas/* number */.aig().min(0).max(8.64e15),
    verdict: schemas/* enum */.k5n(['pass', 'breach', 'fail', 'skipped', 'error', 'refused']),
    levelChecks: schemas/* array */.YOg(schemas/* unknown */.L5J()),
    outage: schemas/* looseObject */._H3({ kind: schemas/* string */.YjP(), rto: schemas/* number */.aig().exactOptional() }).nullish(),
    loss: schemas/* looseObject */._H3({
        point: schemas/* looseObject */._H3({ kind: schemas/* string */.YjP(), milliseconds: schemas/* number */.aig().min(0).exactOptional() }),
    })
        .nullish(),
});
function readDocument(path, content, reading) {
    const { config, environment, environmentName, live, counts } = reading;
    const map = (0,toolkit_map/* jsonMap */.vM)(content);
    if (map === undefined)
        return { problem: `${path} is not a JSON object` };
    const read = (schema, use, about = data => data) => {
        const { data, error } = schema.safeParse(map);
        if (data === undefined) {
            const issue = error?.issues[0];
            return { problem: `${path}: ${issue?.path.map(String).join('.') || 'it'}: ${issue?.message}` };
        }
        const { app = config.app, environment: of = environmentName } = about(data);
        return app === config.app && (of === '' || of === environmentName)
            ? use(data)
            : { problem: `${path} is about ${app} in ${of}, not about ${config.app} in ${environmentName}` };
    };
    const show = (at, assessments) => ({
        shown: { of: path, at, counts, assessments },
    });
    const showAs = (what, at, judged) => show(at, assessmentsFrom(judged, what, path, at));
    if ('assessments' in map)
        return read(assessmentsSchema, ({ at, assessments }) => show(Date.parse(at), assessments));
    if ('step' in map)
        return read(stepSchema, record => {
            const { step, at, ended, about, outputs } = record;
            const { config: other = '' } = about;
            if (other !== '' && (0,external_node_path_.normalize)(other) !== (0,external_node_path_.normalize)(reading.configPath))
                return { problem: `${path} is about ${other}, not about ${reading.configPath}` };
            if (!judgedSteps.includes(step))
                return { problem: `${path}: a record of \`${step}\` is evidence for no requirement` };
            const { verify, assess } = environment;
            const judged = step === 'verify'
                ? verify && (0,acceptance/* judgeAcceptance */.q)(checksIn(outputs.checks), verify, assess)
                : judgeStep(record, config, live);
            const all = assessmentsFrom(judged ?? {}, `the record of ${step}`, path, Date.parse(at));
            if (step === 'verify' && (typeof live === 'string' || outputs.release !== String(live.release)))
                return show(Date.parse(at), all.map(ofAnother(path, outputs.release, live)));
            const isSilent = ended === 'refused' && step !== 'verify';
            const shown = isSilent ? all.map(each => ({ ...each, status: 'unknown' })) : all;
            return show(Date.parse(at), shown);
        }, ({ outputs, about }) => ({
            app: outputs.app || about.app || undefined,
            environment: about.environment,
        }));
    if ('requirements' in map) {
        const before = earlierReport(map, config.app, environmentName);
        return typeof before === 'string' ? { problem: `${path}: ${before}` } : { before };
    }
    if ('scenario' in map)
        return read(drillSchema, ({ app, environment: of, scenario, verdict, startedAt: at, outage, loss }) => {
            const rto = outage?.kind === 'over' ? outage.rto : undefined;
            const rpo = loss?.point.kind === 'none' ? 0 : loss?.point.milliseconds;
            const times = (0,toolkit_map/* defined */.sw)({ rto, rpo });
            return { drill: { schema: 1, app, environment: of, scenario, verdict, at, ...times, of: path } };
        });
    if ('reasons' in map)
        return read(monitoring/* monitorSchema */.ml, data => {
            const judged = (0,monitoring/* judgeMonitoring */.oU)(data, environment.monitoring);
            const all = assessmentsFrom(judged, 'the report of monitor', path, data.at);
            const release = data.release ?? undefined;
            const isOther = typeof live === 'string' || release !== live.release;
            const of = ofAnother(path, release?.toString(), live);
            return show(data.at, isOther ? all.map(each => (each.rule === 'monitor-health' ? of(each) : each)) : all);
        });
    if ('findings' in map)
        return read(policySchema, data => showAs('the report of the policy', Date.parse(data.at), judgePolicy(data, config, live)), ({ app }) => ({ app }));
    return { problem: `${path} is not a report on any of the ${requirement/* requirementIds */.aj.length} requirements` };
}
const ofAnother = (path, release, live) => ({ id, rule }) => {
    const isUnknown = typeof live === 'string';
    const which = isUnknown
        ? `it is not known which release is live: ${live}`
        : `release ${live.release} is live`;
    const about = release === undefined ? 'does not say which release it is about' : `is about release ${release}`;
    const what = `${path} ${about}, and ${which}`;
    const remedy = isUnknown ? remedyBySource.assess : undefined;
    return { id, rule, status: 'unknown', level: 'info', what, evidence: [], ...(0,toolkit_map/* defined */.sw)({ remedy }) };
};
function checksIn(checks = '') {
    const read = (0,toolkit_map/* mapsIn */.nf)((0,toolkit_map/* jsonIn */.Yf)(checks)).map(each => acceptance/* acceptedSchema */.Z.safeParse(each));
    return read.flatMap(({ data }) => data ?? []);
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
// EXTERNAL MODULE: ./.build/js/src/toolkit/named-file.js
var named_file = __webpack_require__(85280);
;// CONCATENATED MODULE: ./.build/js/src/actions/evidence-files.js






const mostFiles = 500;
const remedy = 'correct the input `reports`';
const largest = 16 * 1024 * 1024;
const mostBytes = 256 * 1024 * 1024;
async function readReports(reports, reading, past = []) {
    const shown = [];
    const drills = [];
    const notes = [];
    const before = [];
    for (const { path, content, named } of [...(await filesIn(reports)), ...past]) {
        const read = readDocument(path, content, reading);
        if ('before' in read)
            before.push(read.before);
        else if ('shown' in read)
            shown.push(read.shown);
        else if ('drill' in read)
            drills.push(read.drill);
        else if (named === true)
            throw new errors/* UserError */.yo(read.problem, remedy);
        else if (named !== undefined || !read.problem.includes(' is about '))
            notes.push(`not read: ${read.problem}`);
    }
    const newest = before.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    return { shown, drills, notes, before: newest };
}
async function filesIn(reports) {
    const found = [];
    let bytes = 0;
    for (const path of (0,input_text/* listed */.KE)(reports)) {
        const named = !(await (0,promises_.stat)(path).catch((0,named_file/* unreadable */.O)(path, remedy))).isDirectory();
        const inside = named ? [] : await (0,promises_.readdir)(path, { recursive: true });
        const files = inside.filter(name => name.endsWith('.json')).sort();
        if (files.length > mostFiles)
            throw new errors/* UserError */.yo(`${path} has more than ${mostFiles} JSON files`, 'name a smaller folder in `reports`');
        for (const each of named ? [path] : files.map(name => (0,external_node_path_.join)(path, name))) {
            const content = await contentOf(each);
            bytes += content.length;
            if (bytes > mostBytes)
                throw new errors/* UserError */.yo(`the reports are larger than ${mostBytes / 1024 / 1024} MiB together`, remedy);
            found.push({ path: each, content, named });
        }
    }
    return found;
}
async function contentOf(path) {
    const { size } = await (0,promises_.stat)(path).catch((0,named_file/* unreadable */.O)(path, remedy));
    if (size > largest)
        throw new errors/* UserError */.yo(`${path} is larger than ${largest} bytes`, remedy);
    return (0,named_file/* readNamed */.M)(path, remedy);
}

// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/locks.js
var actions_locks = __webpack_require__(28513);
// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(31015);
// EXTERNAL MODULE: ./.build/js/src/toolkit/body.js
var body = __webpack_require__(5346);
// EXTERNAL MODULE: ./.build/js/src/toolkit/commit-order.js
var commit_order = __webpack_require__(18482);
// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/octokit.js
var toolkit_octokit = __webpack_require__(43645);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/zip.js

const signature = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
const [endBytes, longestComment] = [22, 65_535];
function readZip(zip, isWanted, limits) {
    const end = endOf(zip);
    const count = zip.readUInt16LE(end + 10);
    if (count > limits.entries)
        throw new Error(`it has ${count} files, and ${limits.entries} are allowed`);
    const files = [];
    let left = limits.bytes;
    let at = zip.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
        if (zip.readUInt32LE(at) !== signature.entry)
            throw new Error('its directory is broken');
        const [nameBytes, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset));
        const next = at + 46 + nameBytes;
        const name = zip.toString('utf8', at + 46, next);
        if (isWanted(name)) {
            const content = zip_contentOf(zip, at, left);
            left -= content.length;
            files.push({ name, content });
        }
        at = next + extra + comment;
    }
    return files;
}
function endOf(zip) {
    for (let at = zip.length - endBytes; at >= Math.max(0, zip.length - endBytes - longestComment); at -= 1)
        if (zip.readUInt32LE(at) === signature.end)
            return at;
    throw new Error('it is not a ZIP archive');
}
function zip_contentOf(zip, at, most) {
    const method = zip.readUInt16LE(at + 10);
    const [sum, packed, local] = [16, 20, 42].map(offset => zip.readUInt32LE(at + offset));
    if (zip.readUInt32LE(local) !== signature.local)
        throw new Error('a file in it is missing');
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + packed);
    if (method !== 0 && method !== 8)
        throw new Error(`a file in it uses compression method ${method}, which is not supported`);
    const content = method === 0 ? bytes : (0,external_node_zlib_.inflateRawSync)(bytes, { maxOutputLength: Math.max(1, most) });
    if (content.length > most)
        throw new Error('it is too large');
    if ((0,external_node_zlib_.crc32)(content) !== sum)
        throw new Error('a file in it does not match its checksum');
    return content;
}

;// CONCATENATED MODULE: ./.build/js/src/actions/past-records.js










const kinds = [
    { name: /^slipway-records-/, file: /\.json$/, ages: true },
    { name: /^monitor-/, file: /(^|\/)monitor\.json$/, ages: true },
    { name: /^dr-report-/, file: /(^|\/)dr-report\.json$/, ages: false },
    { name: /^requirements-/, file: /(^|\/)requirements\.json$/, ages: false },
];
const events = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'release'];
const limits = {
    pages: 20,
    age: 90 * 86_400_000,
    alike: 3,
    artifacts: 60,
    runs: 120,
    entries: 1000,
    archive: 16 * 1024 * 1024,
    unpacked: 64 * 1024 * 1024,
};
const commit = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
const artifactSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP().max(500),
    size_in_bytes: schemas/* number */.aig(),
    expired: schemas/* boolean */.zMY(),
    created_at: iso/* datetime */.w$({ offset: true }).nullish(),
    workflow_run: schemas/* object */.Ikc({
        id: schemas/* int */.Whr(),
        repository_id: schemas/* int */.Whr(),
        head_repository_id: schemas/* int */.Whr().nullish(),
        head_branch: schemas/* string */.YjP().nullish(),
        head_sha: commit,
    })
        .nullish(),
});
const listSchema = schemas/* object */.Ikc({ artifacts: schemas/* array */.YOg(artifactSchema).max(100) });
async function pastRecords(request, { env }) {
    const github = (0,toolkit_github/* gitHubOf */.Tc)(env, request.token);
    if (github === undefined) {
        const note = 'records of earlier runs were not read: the input `actions-token` is not set';
        return { files: [], notes: env.GITHUB_ACTIONS === 'true' ? [note] : [] };
    }
    try {
        return await readFrom(github, request, `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs`);
    }
    catch (error) {
        if (!(error instanceof dist_src/* RequestError */.G || error instanceof errors/* UserError */.yo))
            throw error;
        const remedy = error instanceof dist_src/* RequestError */.G ? '; grant the job `actions: read` and `contents: read`' : '';
        return { files: [], notes: [`records of earlier runs were not read: ${error.message}${remedy}`] };
    }
}
async function readFrom(github, request, runs) {
    const octokit = await github.open();
    const accepts = await acceptedRunTest(octokit, github, request);
    const { listed, complete } = await newestArtifacts(octokit, github, request);
    const taken = new Map();
    const files = [];
    const notes = complete
        ? []
        : [`only the newest ${limits.pages * 100} artifacts of the repository were read`];
    let [artifacts, left, refused] = [0, limits.unpacked, 0];
    const isLive = (run) => run.head_sha === request.revision;
    const ordered = listed.toSorted((a, b) => Number(isLive(b.run)) - Number(isLive(a.run)));
    for (const { id, name, run, file } of ordered) {
        const alike = `${isLive(run)} ${name.replace(/-\d+$/, '')}`;
        const count = taken.get(alike) ?? 0;
        if (count >= limits.alike || artifacts >= limits.artifacts)
            continue;
        try {
            if (!(await accepts(run))) {
                refused += 1;
                continue;
            }
            taken.set(alike, count + 1);
            artifacts += 1;
            const zip = await download(octokit, github, id);
            const found = readZip(zip, each => file.test(each), { bytes: left, entries: limits.entries });
            left -= found.reduce((sum, { content }) => sum + content.length, 0);
            for (const { name: of, content } of found)
                files.push({ path: `${(0,printable/* printable */.g$)(of)} of ${runs}/${run.id}`, content: content.toString() });
        }
        catch (error) {
            notes.push(`not read: the artifact ${(0,printable/* printable */.g$)(name)} of ${runs}/${run.id}: ${(0,errors/* innermostCause */.$C)(error)}`);
        }
    }
    if (refused > 0)
        notes.push(`${(0,count/* counted */.h)(refused, 'artifact')} did not count: only those from runs of the default branch or the live commit do, and none from pull requests`);
    return { files, notes };
}
async function newestArtifacts({ rest }, { repo }, { counts, now }) {
    const listed = [];
    for (let page = 1; page <= limits.pages; page += 1) {
        const answer = await rest.actions.listArtifactsForRepo({ ...repo, per_page: 100, page });
        const { artifacts } = (0,toolkit_octokit.validated)(listSchema, answer.data);
        const ageOf = ({ created_at: at }) => now - Date.parse(at ?? '');
        for (const artifact of artifacts) {
            const { id, name, expired, size_in_bytes: size, workflow_run: run } = artifact;
            const kind = kinds.find(each => each.name.test(name));
            const most = kind?.ages ? Math.min(counts, limits.age) : limits.age;
            const fits = !expired && size <= limits.archive && ageOf(artifact) <= most;
            if (kind !== undefined && run && fits)
                listed.push({ id, name, run, file: kind.file });
        }
        if (artifacts.length < 100 || artifacts.every(each => ageOf(each) > limits.age))
            return { listed, complete: true };
    }
    return { listed, complete: false };
}
async function acceptedRunTest(octokit, { repo }, { revision }) {
    const { rest } = octokit;
    const { default_branch: main } = (0,toolkit_octokit.validated)(schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP() }), (await rest.repos.get(repo)).data);
    const branch = await rest.repos.getBranch({ ...repo, branch: main });
    const { sha: head } = (0,toolkit_octokit.validated)(schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ sha: commit }) }), branch.data).commit;
    const known = new Map();
    const once = (key, ask) => {
        const answer = known.get(key) ?? (known.size < limits.runs ? ask() : Promise.resolve(false));
        known.set(key, answer);
        return answer;
    };
    const isMerged = (sha) => once(sha, () => (0,commit_order/* isInHistoryOf */.b)(octokit, { repo }, sha, head));
    const isFine = (id) => once(`run ${id}`, async () => {
        const { data } = await rest.actions.getWorkflowRun({ ...repo, run_id: id });
        return events.includes((0,toolkit_octokit.validated)(schemas/* object */.Ikc({ event: schemas/* string */.YjP() }), data).event);
    });
    return async (run) => {
        const { id, repository_id: here, head_repository_id: of, head_branch: name, head_sha: sha } = run;
        const isLive = sha === revision;
        if (of !== here || !(isLive || name === main))
            return false;
        return (await isFine(id)) && (isLive || (await isMerged(sha)));
    };
}
async function download({ rest }, { repo }, id) {
    const asked = { ...repo, artifact_id: id, archive_format: 'zip' };
    const answer = await rest.actions.downloadArtifact({ ...asked, request: { redirect: 'manual' } });
    const url = new URL(String(answer.headers.location), answer.url);
    if (url.protocol !== new URL(answer.url).protocol)
        throw new Error('GitHub returned an insecure address');
    const file = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(30_000) });
    if (!file.ok)
        throw new Error(`the artifact store answered ${file.status}`);
    return (0,body/* readUpTo */.V)(file.body, limits.archive, () => new Error('it is too large'));
}

// EXTERNAL MODULE: ./.build/js/src/actions/recovery.js
var actions_recovery = __webpack_require__(57346);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
;// CONCATENATED MODULE: ./.build/js/src/actions/evidence.js























async function gatherEvidence(inputs, host) {
    const counts = daysOf(inputs['max-age']);
    const env = (0,session/* withCredentials */.tE)(host.env, actions_inputs/* parseSecrets */.dC('credentials', inputs.credentials, host));
    const found = { ...(await (0,assess.assessed)(inputs, host)), env };
    const { app, config, environment, environmentName, result, live, manifests } = found;
    const now = found.now.getTime();
    const failedSources = {};
    const shown = [];
    const add = (of, assessments) => void shown.push({ of, at: now, counts, assessments });
    const versions = { version: config['policy-version'], newest: policy_version/* newestPolicy */.l6 };
    const own = judgeApplication(manifests, live, versions);
    add('assess', [
        ...result.assessments,
        ...assessmentsFrom(own, 'manifests and cluster', 'the environment', now),
    ]);
    const asking = async (source, ask) => {
        host.report(`asking for evidence: ${source}`);
        try {
            add(source, await ask());
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            failedSources[source] = error.sentence;
        }
    };
    let serving;
    let revision;
    if (found.asks)
        await (0,session/* withCluster */.Bq)((0,session/* impatient */.oP)(inputs), environment, host, engine, async (cluster, code) => {
            await asking('release', async () => {
                const kept = await releasesOf(cluster, found, code);
                serving = kept.serving;
                revision = kept.revision;
                return kept.assessments;
            });
            await asking('verify', () => acceptanceOf(cluster, found, code));
            await asking('monitor', () => monitoringOf(cluster, found, host, code));
        });
    else {
        const why = 'the cluster was not queried';
        Object.assign(failedSources, { release: why, registry: why, verify: why, monitor: why });
    }
    if (failedSources.release !== undefined)
        failedSources.registry = failedSources.release;
    const past = await pastRecords({ token: inputs['actions-token'], revision, counts, now }, host);
    const reading = {
        config,
        configPath: inputs.config,
        environment,
        environmentName,
        live: serving ?? failedSources.release ?? '',
        counts,
    };
    const read = await readReports(inputs.reports, reading, past.files);
    shown.push(...read.shown);
    await asking('backup', () => recoveryEvidence(inputs, found, Object.values(serving?.images ?? {}), read.drills, host));
    if (failedSources.backup !== undefined) {
        Object.assign(failedSources, { schedule: failedSources.backup, drill: failedSources.backup });
        const drills = judgeReported(read.drills, environment.recovery ?? {}, now);
        if (read.drills.length > 0)
            add('drill', assessmentsFrom(drills, 'drills', inputs.reports, now));
    }
    return {
        app,
        environment: inputs.environment,
        shown,
        failedSources,
        now,
        notes: [...result.notes, ...past.notes, ...read.notes],
        ...(0,toolkit_map/* defined */.sw)({ before: read.before, zones: environment.assess?.zones }),
        off: (0,assessment/* rulesOff */.FO)(environment.assess?.rules),
    };
}
function daysOf(text) {
    const [, days] = /^([1-9]\d{0,3})d$/.exec(text) ?? [];
    if (days !== undefined)
        return Number(days) * 86_400_000;
    throw new errors/* UserError */.yo(`the input \`max-age\` is invalid: "${text}"`, 'write a number of days such as 7d');
}
const engine = () => Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(4972), __webpack_require__.e(401), __webpack_require__.e(956), __webpack_require__.e(2588), __webpack_require__.e(189), __webpack_require__.e(8790), __webpack_require__.e(560)]).then(__webpack_require__.bind(__webpack_require__, 30560));
async function releasesOf(cluster, { config, environment, environmentName, app }, code) {
    const { namespace, workload, service } = environment;
    const [object, releases] = await Promise.all([
        cluster.get(code.pathTo(namespace, workload)),
        new code.ReleaseStore(cluster, namespace, app).list(),
    ]);
    const serving = code.releaseOf(object);
    if (object === undefined || serving === undefined)
        throw new errors/* UserError */.yo(`no release of ${app} was found in namespace ${namespace}`, 'check the environment and the cluster, or deploy a release first');
    const record = releases.find(({ record }) => record.release === serving)?.record;
    const images = record?.images ?? {};
    const registry = await (0,live.queriedOf)('the manifests of the images', cluster, () => platformsOf(images));
    const decisions = await decisionsOf(releases.slice(0, mostDecisions), release => code.readDecision(cluster, namespace, app, release));
    const traffic = await endpointsAndPods(cluster, namespace, object, service);
    const asked = { releases, live: serving, registry, decisions, ...traffic };
    const judged = code.judgeReleases(asked, config, environmentName);
    const assessments = assessmentsFrom(judged, 'records of releases', `namespace ${namespace}`, cluster.now());
    return { assessments, serving: { release: serving, images }, revision: record?.by.revision };
}
const mostDecisions = 10;
async function decisionsOf(releases, read) {
    const found = releases.map(async ({ record: { release } }) => {
        const decision = await read(release).catch(() => undefined);
        return decision === undefined ? [] : [[release, decision]];
    });
    return new Map((await Promise.all(found)).flat());
}
async function platformsOf(images) {
    const client = await (0,registry/* registryClient */.R)();
    const found = new Map();
    for (const [name, image] of Object.entries(images)) {
        const [repository = '', digest = ''] = image.split('@');
        if (!(0,reference/* isDigest */.Bc)(digest))
            throw new errors/* UserError */.yo(`the image ${name} is not pinned by digest`, 'deploy the release again');
        const platforms = (await client.tree(repository, digest))?.images.flatMap(({ platform }) => platform ?? []);
        found.set(name, platforms);
    }
    return found;
}
async function acceptanceOf(cluster, { environment, environmentName, app, env }, { acceptance, judgeAcceptance }) {
    const { verify, namespace } = environment;
    if (verify === undefined)
        throw new errors/* UserError */.yo(`the environment ${environmentName} has no \`verify\``, 'add it to slipway.yml');
    const { results, address } = await acceptance(cluster, {
        environment,
        env,
        owner: { app, namespace, labels: {} },
        only: 'reads',
        parts: ['checks', 'matrix', 'addresses', 'tls', 'page'],
    });
    const judged = judgeAcceptance(results, verify, environment.assess);
    return assessmentsFrom(judged, 'the checks of verify', address, cluster.now());
}
async function monitoringOf(cluster, { config, environment, environmentName, env, manifests }, host, code) {
    const subject = code.monitoringSubject(config, environmentName, manifests);
    const request = { config, environmentName, environment, env, watch: 0, signal: host.cancellation() };
    const report = await code.monitor(cluster, { ...request, report: () => undefined });
    const health = code.judgeMonitoring(report, environment.monitoring);
    const alerting = code.judgeAlerting(await alertingOf(cluster, subject, env, code), cluster.now());
    return [
        ...assessmentsFrom(health, 'the metrics of the application', 'Prometheus', report.at),
        ...assessmentsFrom(alerting, 'dashboards and silences', 'the cluster and Alertmanager', cluster.now()),
    ];
}
async function alertingOf(cluster, subject, env, { monitoringManifests, alertmanagerOf, silencesFor }) {
    const { app, environment, namespace, settings } = subject;
    const isBoard = ({ name }) => name.startsWith(`slipway-${app}-dashboard-`);
    const boards = monitoringManifests(subject).filter(isBoard);
    const there = boards.map(async ({ name }) => {
        const found = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, name));
        return [name, found !== undefined];
    });
    const { alertmanager } = settings;
    const dashboards = boards.length === 0 ? undefined : new Map(await Promise.all(there));
    const silences = await (0,live.queriedOf)('the silences', cluster, async () => {
        if (alertmanager === undefined)
            throw new errors/* UserError */.yo('`monitoring` names no Alertmanager', 'add it');
        const answer = await silencesFor(alertmanagerOf(alertmanager, cluster, env), { app, environment });
        if (!answer.ok)
            throw new errors/* UserError */.yo(answer.detail, 'check `monitoring.alertmanager`');
        return answer.value;
    });
    return { dashboards, silences };
}
async function recoveryEvidence(inputs, { config, environment, environmentName, app, env, now }, images, files, host) {
    const recovery = (0,actions_recovery/* recoveryOf */.rU)(environment, environmentName);
    const owner = { app, environment: environmentName };
    const stores = await (0,actions_recovery.openStores)((0,actions_recovery/* online */.WD)(recovery), inputs.config, env);
    const by = { config, environment, inputs, host: { env, report: host.report }, signal: host.cancellation() };
    const kept = await Promise.all(stores.map(async ({ name, store }) => {
        const ids = await (0,sets.listSets)(store, owner);
        const set = ids.length === 0 ? undefined : await (0,sets.readSet)(store, owner);
        return {
            repository: name,
            drills: (await (0,drill_records.readDrills)(store, owner)).map(each => ({ ...each, of: `the store of ${name}` })),
            sets: ids.map(sets.setTime),
            manifest: set?.manifest,
            refusal: set && (await (0,actions_recovery/* refusalOf */.Of)(set, owner, by)),
        };
    }));
    const locks = await (0,actions_locks.locksOf)(recovery, owner, inputs.config, env, now.getTime());
    const drills = [...kept.flatMap(each => each.drills), ...files];
    const schedule = (0,declared.judgeDeclared)(recovery, locks);
    const { namespace } = environment;
    const asked = { stores: kept, drills, images, schedule, namespace };
    const judged = judgeRecovery(asked, recovery, now.getTime());
    return assessmentsFrom(judged, 'backup sets', stores.map(({ name }) => name).join(', '), now.getTime());
}

;// CONCATENATED MODULE: ./.build/js/src/actions/report-engine.js






/***/ }),

/***/ 43020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ acceptedSchema),
/* harmony export */   q: () => (/* binding */ judgeAcceptance)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _config_assess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23608);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8999);
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31626);
/* harmony import */ var _verify_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60311);
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16679);






const text = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(4000);
const acceptedSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    title: text,
    part: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
    ok: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    reason: text.optional(),
    skipped: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().optional(),
    cell: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ endpoint: text, identity: text, expected: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }).optional(),
    edge: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ to: text }).optional(),
});
const storeKinds = [
    ['database', 'postgres', /database|\bdb\b|sql|maria|mongo/i],
    ['cache', 'redis', /cache|redis|valkey/i],
    ['storage', 's3', /s3|storage|minio|bucket|files/i],
];
function judgeAcceptance(results, verify, { zones } = _config_assess_js__WEBPACK_IMPORTED_MODULE_0__/* .assessSchema */ .cJ.parse({})) {
    const of = (wanted) => results.filter(({ part = 'checks' }) => part === wanted);
    const sentence = ({ title, reason = 'failed' }) => `${title} ${reason}`;
    const judged = (asked, good, isPart = false) => {
        const failed = asked.filter(({ ok, skipped }) => !ok && skipped !== true);
        const skipped = asked.find(each => !each.ok && each.skipped === true);
        if (failed.length === 0 && skipped !== undefined)
            return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)(sentence(skipped));
        return asked.length === 0 || (isPart && failed.length === 0)
            ? undefined
            : (0,_judgement_js__WEBPACK_IMPORTED_MODULE_4__/* .metUnless */ .R3)(failed.map(sentence), `${good} (${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(asked.length, 'check')})`, 'fix what fails, and run `slipway verify`');
    };
    const isMissing = (check) => !of('checks').some(({ title }) => title === (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .requestName */ .ZK)(check));
    const having = (has) => of('checks').filter(({ title }) => {
        const check = verify.checks.find(each => (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .requestName */ .ZK)(each) === title);
        return check !== undefined && has(check);
    });
    const where = (has, good) => judged(having(has), good, verify.checks.filter(has).some(isMissing));
    const cells = of('matrix');
    const { identities = {}, dependencies, matrix = [] } = verify;
    const unasked = matrix.flatMap(row => Object.keys(row.expect).filter(name => !cells.some(({ cell }) => cell?.endpoint === (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .requestName */ .ZK)(row) && cell.identity === name)));
    const isRefusal = ({ cell }) => cell?.expected === 401 || cell?.expected === 403;
    const isOf = (kind, identity) => {
        const { invalid, ...ways } = identities[identity] ?? {};
        return invalid === undefined ? Object.hasOwn(ways, kind) : isOf(kind, invalid);
    };
    const isExpired = ({ cell }) => identities[cell?.identity ?? '']?.expired === true;
    const isWrong = (each) => isExpired(each) || identities[each.cell?.identity ?? '']?.invalid !== undefined;
    const isNone = ({ cell }) => cell?.identity === 'none';
    const isRefused = (of) => cells.some(each => isRefusal(each) && of(each));
    const enough = (all, judgement, why) => all || judgement?.status !== 'met' ? judgement : (0,_judgement_js__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)(why);
    const credential = (kind, name) => {
        const own = cells.filter(({ cell }) => cell !== undefined && isOf(kind, cell.identity));
        return enough(own.some(each => isRefusal(each) && isWrong(each)), judged(own, `the application accepts and refuses ${name} as expected`, unasked.some(each => isOf(kind, each))), `\`verify.matrix\` tries no invalid or expired ${name}`);
    };
    const edges = of('dependencies');
    const hasUnasked = Object.keys(dependencies?.edges ?? {}).some(name => !edges.some(({ edge }) => edge?.to === name));
    const isUntried = ({ revoke, ...request }) => !of('revoked').some(({ title }) => title === (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .revocationName */ .Qk)(request, revoke));
    const storesOf = ({ edge: { to } = { to: '' } }) => {
        const asked = dependencies?.edges[to] ?? {};
        return storeKinds.filter(([, key, name]) => Object.hasOwn(asked, key) || name.test(to));
    };
    const stores = edges.filter(each => storesOf(each).length > 0);
    const missing = storeKinds.filter(kind => !stores.some(each => storesOf(each).includes(kind)));
    const addresses = of('addresses');
    const hosts = addresses.flatMap(({ title }) => {
        const [, address] = / at the address .* \((.+)\)$/.exec(title) ?? [];
        return address === undefined ? [] : [(0,_verify_http_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutPort */ .Y7)(address).toLowerCase()];
    });
    const reached = Math.max(new Set(hosts).size, Math.min(addresses.length, 1));
    const isHtml = ({ type }) => type === 'text/html';
    const html = 'the frontend answers with HTML';
    const pages = of('page').filter(({ ok }) => ok);
    return {
        'verify-checks': judged(of('checks'), 'the checks pass', verify.checks.some(isMissing)),
        'verify-html': having(isHtml).length > 0 ? where(isHtml, html) : judged(pages, html),
        'verify-api': where(({ type, not, json }) => type?.includes('json') === true || not === 'html' || json !== undefined, 'the API answers, and not with HTML'),
        'verify-stored-secrets': where(each => each['stored-secrets'] !== undefined, 'the application decrypts a stored secret'),
        'verify-cookie': where(({ cookies }) => cookies !== undefined, 'cookies have Secure, HttpOnly and SameSite'),
        'verify-matrix': enough(isRefused(isNone) && isRefused(each => !isNone(each) && !isWrong(each)), judged(cells, 'every identity gets the expected status', unasked.length > 0), '`verify.matrix` has no endpoint that must refuse a request without identity, or none that must refuse an identity without permission'),
        'verify-session': credential('cookie', 'cookies'),
        'verify-bearer': credential('bearer', 'bearer tokens'),
        'verify-key': enough(isRefused(each => isExpired(each) && isOf('header', each.cell?.identity ?? '')), credential('header', 'API keys'), '`verify.matrix` tries no expired API key'),
        'verify-revoked': judged(of('revoked'), 'revoked access is refused in time', verify.revoked?.some(isUntried)),
        'verify-tls': judged(of('tls'), 'certificates, TLS versions, redirects and HSTS are correct'),
        'verify-addresses': enough(reached >= zones, judged(addresses, 'the address of every zone answers'), `${reached} of ${zones} zones have an address of their own in \`verify.addresses\``),
        'verify-page': judged(of('page'), 'enough of a page load is cacheable'),
        'verify-dependencies': judged(edges, 'every dependency answers from inside the cluster', hasUnasked),
        'verify-stores': enough(missing.length === 0, judged(stores, 'database, cache and storage answer', hasUnasked), `\`verify.dependencies\` names no ${missing.map(([kind]) => kind).join(' and no ')}`),
    };
}


/***/ }),

/***/ 21537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QW: () => (/* binding */ judgeAlerting),
/* harmony export */   ml: () => (/* binding */ monitorSchema),
/* harmony export */   oU: () => (/* binding */ judgeMonitoring)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78968);
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16679);



const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(2000);
const number = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullish();
const monitorSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    app: text,
    environment: text,
    release: number,
    at: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(8.64e15),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['healthy', 'degraded', 'unknown', 'superseded']),
    reasons: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ sentence: text })).max(1000),
    readings: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        comparisons: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
            signal: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: text, title: text, group: text }),
            after: number,
            samples: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ after: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()])).max(100_000) }),
        }))
            .max(1000),
        objectives: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ objective: text, after: number })).max(100),
        targets: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: text, up: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), down: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text) })).max(100),
        standbys: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ promised: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), within: number })).max(100),
        hasRules: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
        failures: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).max(1000),
    })
        .nullish(),
});
function judgeMonitoring({ verdict, reasons, readings }, monitoring) {
    const why = reasons[0]?.sentence ?? 'the step gave no reason';
    const health = verdict === 'healthy' || verdict === 'degraded'
        ? (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .metUnless */ .R3)(verdict === 'healthy' ? [] : why, 'the release is healthy by its metrics')
        : (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(why);
    if (readings === null || readings === undefined)
        return { 'monitor-health': health };
    const { comparisons, objectives, targets, standbys, hasRules, failures } = readings;
    const target = (name) => targets.find(each => each.name === name);
    const up = (name) => target(name)?.up ?? 0;
    const isDown = (name) => (target(name)?.down.length ?? 0) > 0 && (name !== 'node' || up(name) === 0);
    const isUp = (name) => up(name) > 0 && !isDown(name);
    const exporters = ['node', 'postgres', 'redis'];
    const unnamed = exporters.filter(name => target(name) === undefined);
    const lacking = exporters.filter(name => !unnamed.includes(name) && !isUp(name));
    const asked = comparisons.filter(({ signal, after }) => signal.name !== 'disk' || typeof after === 'number' || target('node') !== undefined);
    const judged = (problems, silent, good, remedy) => {
        const [failure] = failures;
        if (failure === undefined)
            return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .metUnless */ .R3)([...problems, ...silent], good, remedy);
        return problems.length === 0 && silent.length > 0 ? (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(failure) : (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .metUnless */ .R3)(problems, good, remedy);
    };
    const measured = (names, remedy) => {
        const absent = names.filter(name => !asked.some(({ signal }) => signal.name === name));
        const silent = asked
            .filter(({ signal, after }) => names.includes(signal.name) && (after === undefined || after === null))
            .map(({ signal }) => signal.title);
        if (silent.length > 0 && failures.length > 0)
            return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(failures[0] ?? '');
        if (silent.length === 0 && absent.length > 0)
            return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(`slipway.yml names no source for ${absent.join(', ')}`);
        const problem = silent.length > 0 ? `there is no data for ${silent.join(', ')}` : [];
        return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .metUnless */ .R3)(problem, `${names.join(', ')} are measured`, remedy);
    };
    const unscraped = (name) => `Prometheus cannot scrape the ${name} exporter`;
    const business = comparisons.filter(({ signal }) => signal.group === 'business');
    const quiet = business.filter(({ samples }) => !samples.after.some(([, value]) => value !== 0));
    const unmoved = ({ signal }) => `${signal.title} has no signal`;
    const { 'security-events': events = {} } = monitoring ?? {};
    const unwatched = ['logins', 'permissions', 'data', 'behavior'].filter(each => events[each] === undefined);
    const noRules = hasRules ? [] : ['Prometheus has not loaded the rules of the application'];
    const load = 'load `rules.yml` of `slipway monitoring`, or set `monitoring.objects`';
    return {
        'monitor-health': health,
        'monitor-pods': judged(isDown('pods') ? [`Prometheus cannot scrape ${target('pods')?.down.join(', ')}`] : [], isDown('pods') || isUp('pods') ? [] : ['Prometheus cannot scrape any pod'], 'Prometheus scrapes the pods', 'correct `monitoring.sources.pods`, or start what is down'),
        'monitor-exporters': lacking.length === 0 && unnamed.length > 0
            ? (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(`slipway.yml names no exporter of ${unnamed.join(', ')} in \`monitoring.sources\``)
            : judged(lacking.filter(isDown).map(unscraped), lacking.filter(name => !isDown(name)).map(unscraped), 'Prometheus scrapes the exporters of nodes, database and cache', 'start the exporter, or correct `monitoring.sources`'),
        'monitor-signals': measured(['requests', 'latency-p95', 'cpu', 'memory'], 'export the metric, or correct `monitoring.requests`'),
        'monitor-infrastructure': measured(['network', 'disk', 'connections', 'cache-hits'], 'start the exporter of the metric'),
        'monitor-business': judged(business.length === 0
            ? ['no business metric is measured']
            : quiet.filter(({ samples }) => samples.after.length > 0).map(unmoved), quiet.filter(({ samples }) => samples.after.length === 0).map(unmoved), `${business.map(({ signal }) => signal.title).join(', ')} are measured`, 'add a metric to `monitoring.queries`, and check that the application counts it'),
        'monitor-rules': judged([], noRules, 'Prometheus has loaded the rules', load),
        'monitor-objectives': judged(objectives.length === 0 ? ['no objective is set'] : [], objectives
            .filter(({ after }) => after === undefined || after === null)
            .map(({ objective }) => `the objective ${objective} has no data`), 'the objectives are measured', 'set `monitoring.objectives` and `monitoring.requests`'),
        'monitor-security-events': judged(noRules.length === 0 && unwatched.length > 0 ? [`no alert watches ${unwatched.join(', ')}`] : [], noRules, 'alerts on logins, permissions, data and behavior are loaded', noRules.length === 0 ? 'add them to `monitoring.security-events`' : load),
        'monitor-standbys': judgeStandbys(standbys),
    };
}
function judgeStandbys(standbys) {
    const far = standbys.flatMap(({ within, promised }) => typeof within === 'number' && within < promised
        ? [`${within} of ${promised} standbys are within their allowed replication lag`]
        : []);
    const isSilent = standbys.length === 0 || standbys.some(({ within }) => typeof within !== 'number');
    return far.length === 0 && isSilent
        ? undefined
        : (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .metUnless */ .R3)(far, 'the promised standbys are within their allowed replication lag', 'find out with `slipway replication` which standby is behind');
}
const longestSilence = 86_400_000;
function judgeAlerting({ dashboards, silences }, now) {
    return {
        'monitor-dashboards': dashboards === undefined
            ? (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)('`monitoring.objects` is none, so it is not known where the dashboards are')
            : (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .metUnless */ .R3)([...dashboards].flatMap(([name, isThere]) => isThere ? [] : [`the dashboard ${name} is not in the cluster`]), `${dashboards.size} dashboards are in the cluster`, 'deploy, with `monitoring.objects`'),
        'monitor-silences': silences.known ? judgeSilences(silences.value, now) : (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)(silences.why),
    };
}
function judgeSilences(silences, now) {
    if (silences.length === 0)
        return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5)('Alertmanager has no silence of a release');
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_2__/* .metUnless */ .R3)(silences
        .filter(({ status, startsAt }) => status.state !== 'expired' && now - Date.parse(startsAt) > longestSilence)
        .map(each => `a silence since ${each.startsAt} outlives its release`), 'alerts are silenced during releases, and no silence outlives one', (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .RG)('sweep'));
}


/***/ }),

/***/ 45820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listed: () => (/* binding */ listed),
/* harmony export */   notQueried: () => (/* binding */ notQueried),
/* harmony export */   queriedOf: () => (/* binding */ queriedOf),
/* harmony export */   readLive: () => (/* binding */ readLive)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const ofNamespace = (group, plural, kind) => ({
    group,
    version: 'v1',
    plural,
    kind,
    namespaced: true,
});
const listed = {
    nodes: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.node,
    pods: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod,
    deployments: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
    quotas: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.resourceQuota,
    limitRanges: ofNamespace('', 'limitranges', 'LimitRange'),
    budgets: ofNamespace('policy', 'poddisruptionbudgets', 'PodDisruptionBudget'),
    autoscalers: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler,
    networkPolicies: ofNamespace('networking.k8s.io', 'networkpolicies', 'NetworkPolicy'),
    roles: ofNamespace('rbac.authorization.k8s.io', 'roles', 'Role'),
    roleBindings: ofNamespace('rbac.authorization.k8s.io', 'rolebindings', 'RoleBinding'),
};
async function queriedOf(question, { now }, ask) {
    try {
        const value = await ask();
        return { known: true, value, asked: question, at: new Date(now()).toISOString() };
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        return { known: false, why: error.message };
    }
}
const beforeStable = /^[a-z0-9][a-z0-9.-]*\/v\d+(alpha|beta)\d+$/;
async function warningsOf(cluster, namespace, objects) {
    const found = new Map();
    const kinds = objects.flatMap(({ apiVersion = '', kind = '' }) => beforeStable.test(apiVersion) ? [`${apiVersion} ${kind}`] : []);
    for (const each of new Set(kinds)) {
        const [apiVersion = '', kind] = each.split(' ');
        const [group = '', version = ''] = apiVersion.split('/');
        const list = await cluster.get(`/apis/${group}/${version}`);
        const resource = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(list?.resources).find(({ kind: is, name }) => is === kind && typeof name === 'string' && /^[a-z0-9-]+$/.test(name));
        if (resource === undefined)
            continue;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)({
            group,
            version,
            plural: String(resource.name),
            kind: kind ?? '',
            namespaced: resource.namespaced === true,
        }, namespace);
        const { headers } = await cluster.call('GET', `${path}?limit=1`);
        const said = /^299 \S+ "((?:[^"\\]|\\.)*)"/.exec(headers.warning ?? '')?.[1];
        if (said !== undefined && /deprecated/.test(said))
            found.set(each, said.slice(0, 300));
    }
    return found;
}
async function readLive(cluster, namespace, objects = []) {
    const asked = (question, ask) => queriedOf(question, cluster, ask);
    const lists = Object.entries(listed).map(async ([key, resource]) => {
        const where = resource.namespaced ? ` in namespace ${namespace}` : '';
        const question = `list ${resource.plural}${where}`;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace);
        return [key, await asked(question, async () => (await cluster.list(path)).items)];
    });
    const served = asked('served API versions', async () => {
        const found = await cluster.get('/apis');
        if (found?.groups === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the API server does not say which versions it serves', 'check its address');
        const versions = found.groups.flatMap(group => group.versions ?? []);
        return new Set(['v1', ...versions.map(({ groupVersion }) => groupVersion)]);
    });
    const version = asked('the version of the API server', async () => String((await cluster.get('/version'))?.gitVersion ?? ''));
    const warnings = asked('warnings about versions of the manifests', () => warningsOf(cluster, namespace, objects));
    const versions = { served: await served, version: await version, warnings: await warnings };
    return { ...Object.fromEntries(await Promise.all(lists)), ...versions };
}
function notQueried(why) {
    const keys = [...Object.keys(listed), 'served', 'version', 'warnings'];
    return Object.fromEntries(keys.map(key => [key, { known: false, why }]));
}


/***/ }),

/***/ 88159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ln: () => (/* binding */ requirements),
/* harmony export */   V0: () => (/* binding */ sections),
/* harmony export */   ZE: () => (/* binding */ sectionOf),
/* harmony export */   _i: () => (/* binding */ keyRequirements),
/* harmony export */   aj: () => (/* binding */ requirementIds),
/* harmony export */   dL: () => (/* binding */ otherNeedsOf)
/* harmony export */ });
const sections = {
    Z: 'General',
    A: 'Architecture',
    I: 'Images',
    K: 'Variables and keys',
    H: 'High availability',
    P: 'Performance and cost',
    S: 'Security',
    M: 'Monitoring and logs',
    D: 'Disaster recovery',
    C: 'Continuous delivery',
};
const delivered = 'alerts-critical|alerts-warning|alerts-info';
const requirements = {
    Z1: { title: 'No part depends on one cloud', needs: 'assess-neutral' },
    Z2: { title: 'Several images and workloads are one release', needs: 'release-images' },
    Z3: { title: 'One automated flow from commit to production', needs: 'release-origin release-digest' },
    Z4: { title: 'Failures of every size are tolerated', needs: '=H1 =H4 =H5 =H6 =D14 =D15 =D16 =D17' },
    Z5: {
        title: 'Security and compliance have proof',
        needs: '=S1 =S5 =S8 =S9 =S11 =C4 release-signed audit-chain',
    },
    Z6: { title: 'Production can be observed', needs: '=M1 =M2 =M4 =M5 =M7 =C7' },
    Z7: { title: 'Cost is known and limited', needs: '=P4 =P7 =P8 =P9 =P11' },
    Z8: { title: 'Nothing depends on one application' },
    Z9: { title: 'The policy has versions and follows new practice', needs: 'assess-version' },
    A1: { title: 'The frontend answers with HTML, and the API does not', needs: 'verify-html verify-api' },
    A2: {
        title: 'Application, authentication and monitoring run as services',
        needs: 'verify-dependencies monitor-pods',
    },
    A3: { title: 'Database, cache and file storage answer', needs: 'verify-stores' },
    A4: {
        title: 'Cluster, load balancer and registry are ready',
        needs: 'assess-nodes registry-images verify-checks',
    },
    A5: { title: 'Each part reaches the parts that it needs', needs: 'verify-dependencies' },
    A6: {
        title: 'The cluster can pull the images and send requests to ready pods',
        needs: 'registry-images release-pods release-endpoints',
    },
    A7: { title: 'Several ways of delivery give the same result' },
    I1: { title: 'Images are built in stages, from pinned base images', needs: 'policy-stages' },
    I2: { title: 'Images stay within their size budget', needs: 'build-size' },
    I3: { title: 'Packages of the frontend come from the lock file', needs: 'policy-frontend' },
    I4: { title: 'Packages of the backend come from the lock file', needs: 'policy-backend' },
    I5: { title: 'Programs run with least privilege', needs: 'trivy policy-permissions scan-permissions' },
    I6: { title: 'Base images are slim, allowed and current', needs: 'policy-bases stale-bases' },
    I7: { title: 'Builds use a cache', needs: 'policy-cache build-cache' },
    I8: { title: 'Images exist for every platform', needs: 'registry-platforms' },
    I9: { title: 'Build arguments and tags are planned before the build', needs: 'build-tags' },
    I10: { title: 'Releases never depend on a moving tag', needs: 'release-digest' },
    K1: { title: 'Stored secrets can be decrypted with the current key', needs: '*keys' },
    K2: { title: 'Stored settings are encrypted', needs: '*keys' },
    K3: { title: 'Encryption is symmetric and authenticated', needs: '=K1' },
    K4: { title: 'The key can be rotated', needs: '*keys' },
    K5: { title: 'Sensitive fields are encrypted, and only those', needs: '*keys' },
    K6: { title: 'The application reads an encrypted secret after a release', needs: 'verify-stored-secrets' },
    K7: { title: 'Each variable is kept where its class demands' },
    K8: { title: 'Secrets come from a key service or an encrypted store' },
    H1: { title: 'Two instances run in each of three zones' },
    H2: { title: 'The load balancer of each zone answers', needs: 'verify-addresses' },
    H3: { title: 'The database replicates to the other zones', needs: 'replication-standbys' },
    H4: { title: 'The health of every container is checked' },
    H5: { title: 'A failed container is restarted', needs: '*drill' },
    H6: { title: 'Traffic leaves a failed or terminating instance without errors', needs: '*drill' },
    H7: { title: 'Replicas hold the same data', needs: 'replication-tables' },
    H8: { title: 'Workloads are valid, sized and updated in steps' },
    H9: { title: 'There are complete manifests', needs: 'assess-complete' },
    P1: { title: 'CPU, memory, latency and requests are measured', needs: 'monitor-signals' },
    P2: { title: 'Business metrics are measured', needs: 'monitor-business' },
    P3: { title: 'Network, disk, connections and cache are measured', needs: 'monitor-infrastructure' },
    P4: { title: 'Cost has a limit', needs: '*cost' },
    P5: { title: 'Resource use has quotas' },
    P6: { title: 'The number of instances follows the load' },
    P7: { title: 'Cost is reported in detail', needs: '*cost' },
    P8: { title: 'Autoscaling saves compute', needs: '*cost' },
    P9: { title: 'Compression and deduplication save storage', needs: '*cost' },
    P10: { title: 'Caching saves network traffic', needs: 'verify-page' },
    P11: { title: 'Connection pools fit the database', needs: '*cost' },
    S1: { title: 'Every request is authenticated and authorized', needs: 'verify-matrix' },
    S2: { title: 'Cookies of users are protected', needs: 'verify-cookie' },
    S3: { title: 'Bearer tokens are checked', needs: 'verify-bearer' },
    S4: { title: 'API keys are checked and expire', needs: 'verify-key' },
    S5: { title: 'RBAC grants only what is needed' },
    S6: { title: 'Permissions and connections are denied unless they are granted', needs: '=S5' },
    S7: { title: 'Revoked access is refused soon', needs: 'verify-revoked' },
    S8: { title: 'Transport is encrypted', needs: 'verify-tls' },
    S9: { title: 'Stored data is encrypted', needs: '*keys' },
    S10: { title: 'Copies of data are masked', needs: 'restore-masked' },
    S11: {
        title: 'Logins, permissions and access are audited',
        needs: 'monitor-security-events alerts-security-events audit-chain',
    },
    M1: {
        title: 'Application, infrastructure, database and cache are scraped',
        needs: 'monitor-pods monitor-exporters',
    },
    M2: {
        title: 'Prometheus, Grafana and alerts work',
        needs: `monitor-rules monitor-dashboards ${delivered}`,
    },
    M3: { title: 'There are dashboards, reports and notifications', needs: `monitor-dashboards ${delivered}` },
    M4: { title: 'An alert reaches a person', needs: delivered },
    M5: { title: 'Logs are structured', needs: 'logs-structure' },
    M6: { title: 'Each log level has its own retention', needs: 'logs-retention' },
    M7: { title: 'Logs of all services come together', needs: 'logs-arrival' },
    M8: { title: 'Logs hold no secrets', needs: 'logs-leaks' },
    M9: { title: 'Thresholds raise alerts', needs: 'monitor-rules monitor-objectives' },
    M10: { title: 'Alerts are grouped and inhibited', needs: 'monitor-silences' },
    M11: { title: 'Severity decides who is told', needs: 'alerts-critical alerts-warning alerts-info' },
    M12: { title: 'Alerts trigger automatic actions', needs: 'alerts-automatic' },
    D1: { title: 'Production is described completely', needs: 'backup-complete' },
    D2: { title: 'Backups are scheduled and archived', needs: 'backup-fresh backup-scheduled' },
    D3: { title: 'A recovery environment can be created', needs: 'backup-complete drill-region|drill-total' },
    D4: {
        title: 'Everything is backed up and can be restored',
        needs: 'backup-complete backup-volumes drill-restore|drill-region|drill-total',
    },
    D5: { title: 'Full backups are weekly', needs: 'backup-full' },
    D6: { title: 'Incremental backups are daily', needs: 'backup-incremental' },
    D7: { title: 'Important data is replicated continuously', needs: 'replication-archive' },
    D8: { title: 'Configuration is backed up by version', needs: 'backup-configuration' },
    D9: { title: 'Images of releases are kept', needs: 'backup-images registry-images' },
    D10: { title: 'Session state is backed up', needs: 'backup-state' },
    D11: { title: 'Restores are rehearsed regularly', needs: 'drill-due' },
    D12: { title: 'Many disasters are rehearsed', needs: 'drill-variety' },
    D13: { title: 'The time to recover is measured', needs: 'drill-measured' },
    D14: { title: 'The loss of a node loses no data', needs: 'drill-node replication-synchronous' },
    D15: { title: 'The loss of a zone is recovered in time', needs: 'drill-zone' },
    D16: { title: 'The loss of a region is recovered in time', needs: 'drill-region' },
    D17: { title: 'The loss of everything is recovered in time', needs: 'drill-total' },
    D18: { title: 'Backup schedules can meet the RPO and RTO targets', needs: 'schedule-targets' },
    C1: { title: 'Every commit has its own plan', needs: 'plan-pass' },
    C2: { title: 'Builds output digests', needs: 'build-digests' },
    C3: { title: 'Tests write reports and stop bad commits', needs: 'test-pass' },
    C4: { title: 'Vulnerabilities stop a release', needs: 'scan-pass' },
    C5: { title: 'Releases are checked, applied and recorded', needs: 'release-recorded' },
    C6: { title: 'Acceptance tests check releases', needs: 'verify-checks release-verified' },
    C7: { title: 'Metrics judge a release', needs: 'release-gate|monitor-health' },
    C8: { title: 'Blue-green releases lose no request', needs: 'release-blue-green' },
    C9: { title: 'Canaries get traffic in steps', needs: 'release-canary' },
    C10: { title: 'A failing rolling update stops before all pods are replaced', needs: 'release-rolling' },
    C11: {
        title: 'A stable version is restored quickly',
        needs: 'release-restorable drill-bad-release|release-rolled-back',
    },
    C12: { title: 'More than one forge is supported' },
    C13: { title: 'More than one CI system is supported' },
    C14: { title: 'The supported versions of Kubernetes are known' },
    C15: { title: 'Several registries are supported' },
    C16: {
        title: 'Prometheus and Grafana are connected',
        needs: 'monitor-rules monitor-pods monitor-dashboards',
    },
    C17: { title: 'A log store is connected', needs: 'logs-store' },
};
const otherNeedsOf = (id) => {
    const { needs = '' } = requirements[id];
    return needs.split(' ').filter(each => each !== '');
};
const requirementIds = Object.keys(requirements);
const sectionOf = (id) => sections[id[0]];
const keyRequirements = {
    'key-opens': ['K1'],
    'column-plain': ['K2', 'K5'],
    'token-plain': ['K5'],
    'key-rotates': ['K4'],
    'repository-cipher': ['S9'],
    'etcd-encryption': ['S9'],
};


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

/***/ 95495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeDeclared: () => (/* binding */ judgeDeclared),
/* harmony export */   t: () => (/* binding */ lockDoubtOf),
/* harmony export */   targetsOf: () => (/* binding */ targetsOf)
/* harmony export */ });
/* harmony import */ var _feasibility_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95344);

const assumedBackup = 60 * 60 * 1000;
function lockDoubtOf(name, { locked }, locks) {
    if (locked === undefined)
        return undefined;
    if (locks.has(name))
        return locks.get(name);
    return { problem: 'its store was not checked', help: 'give it a `store`, and this step its credentials' };
}
function judgeDeclared(recovery, locks) {
    const targets = targetsOf(recovery);
    return [...Object.keys(recovery.databases), ...Object.keys(recovery.managed)].map(database => ({
        database,
        rows: (0,_feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeSchedule */ .No)(scheduleOf(recovery, database, locks), targets),
    }));
}
function targetsOf({ targets }) {
    return _feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultTargets */ .iw.map(usual => ({ ...usual, ...targets[usual.domain] }));
}
function scheduleOf(recovery, name, locks) {
    const database = recovery.databases[name];
    const managed = recovery.managed[name];
    if (managed !== undefined)
        return managedSchedule(recovery, managed, locks);
    if (database === undefined)
        throw new RangeError(`no database ${name} is declared`);
    const kept = database.to.flatMap((repository) => {
        const backup = (type) => ({ kind: 'backup', type, repository, every: database[type], takes: assumedBackup, ships: 0 });
        const timeout = database['archive-timeout'];
        const archive = timeout === undefined
            ? []
            : [{ kind: 'wal-archive', repository, timeout, ships: database['archive-lag'] }];
        return [...archive, backup('incremental'), backup('full')];
    });
    return {
        repositories: repositoriesOf(recovery, locks),
        mechanisms: [...replicasOf(database, 'alert'), ...kept],
    };
}
function managedSchedule(recovery, managed, locks) {
    const dumps = managed.to.map((repository) => ({
        kind: 'dump',
        repository,
        every: managed.every,
        takes: assumedBackup,
        ships: 0,
    }));
    return {
        repositories: repositoriesOf(recovery, locks),
        mechanisms: [...replicasOf(managed, 'promise'), ...dumps],
    };
}
const replicasOf = ({ replicas }, bound) => replicas.map(({ survives, mode, 'max-lag': maxLag }) => mode === 'synchronous'
    ? { kind: 'synchronous-replica', survives }
    : { kind: 'asynchronous-replica', survives, bound, ...(maxLag === undefined ? {} : { maxLag }) });
function repositoriesOf({ repositories }, locks) {
    return Object.entries(repositories).map(([name, repository]) => {
        const { survives, locked, offline } = repository;
        const doubt = offline ? undefined : lockDoubtOf(name, repository, locks);
        const isLocked = locked !== undefined && doubt === undefined;
        return { name, survives, keeping: offline ? 'offline' : isLocked ? 'locked' : 'plain', doubt };
    });
}


/***/ }),

/***/ 89907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillId: () => (/* binding */ drillId),
/* harmony export */   entryOf: () => (/* binding */ entryOf),
/* harmony export */   readDrills: () => (/* binding */ readDrills),
/* harmony export */   writeDrill: () => (/* binding */ writeDrill)
/* harmony export */ });
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48961);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44245);
/* harmony import */ var _loss_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93638);



const folderOf = ({ app, environment }) => `${app}/${environment}/drills`;
const drillId = ({ startedAt, run }) => `${new Date(startedAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${run.id}`;
function entryOf(report) {
    const { startedAt, app, environment, scenario, verdict, outage, loss, backup, run } = report;
    const lost = loss === undefined || loss.point.kind === 'unmeasured' ? undefined : (0,_loss_js__WEBPACK_IMPORTED_MODULE_1__/* .lostTime */ .o0)(loss);
    return {
        schema: 1,
        at: startedAt,
        app,
        environment,
        scenario,
        verdict,
        ...(outage?.kind === 'over' ? { rto: outage.rto } : {}),
        ...(lost === undefined || !Number.isFinite(lost) ? {} : { rpo: lost }),
        ...(backup === undefined ? {} : { bytes: backup.bytes }),
        ...(run.url === undefined ? {} : { run: run.url }),
    };
}
async function writeDrill(store, owner, report, lockedUntil) {
    const at = `${folderOf(owner)}/${drillId(report)}`;
    const encoded = (text) => new TextEncoder().encode(text);
    await store.put(`${at}.json`, encoded(`${JSON.stringify(report, null, 2)}\n`), lockedUntil);
    await store.put(`${at}.history.jsonl`, encoded((0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .historyLine */ .Jo)(entryOf(report))), lockedUntil);
}
const most = 500;
async function readDrills(store, owner, broken = (_, error) => {
    throw error;
}) {
    const lines = (await store.list(folderOf(owner))).filter(({ path }) => path.endsWith('.history.jsonl'));
    const newest = lines.slice(-most);
    const contents = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_2__.mapOf)(newest, 8, ({ path }) => store.get(path));
    return contents.flatMap((content, index) => {
        try {
            return content === undefined ? [] : (0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDrillHistory */ .Hc)(new TextDecoder().decode(content));
        }
        catch (error) {
            return broken(newest[index]?.path ?? '', error);
        }
    });
}


/***/ }),

/***/ 95344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ notArchived),
/* harmony export */   C5: () => (/* binding */ domains),
/* harmony export */   No: () => (/* binding */ judgeSchedule),
/* harmony export */   Qi: () => (/* binding */ doubtText),
/* harmony export */   iw: () => (/* binding */ defaultTargets),
/* harmony export */   pd: () => (/* binding */ replicaBehind)
/* harmony export */ });
/* unused harmony export worstLoss */
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const domains = ['node', 'zone', 'region', 'total'];
const minute = 60_000;
const hour = 60 * minute;
const defaultTargets = [
    { domain: 'node', rto: 15 * minute, rpo: 0 },
    { domain: 'zone', rto: hour, rpo: 5 * minute },
    { domain: 'region', rto: 4 * hour, rpo: 15 * minute },
    { domain: 'total', rto: 8 * hour, rpo: hour },
];
const replicaBehind = 'SlipwayReplicaBehind';
const notArchived = { alert: 'SlipwayWalNotArchived', for: '5m' };
function judgeSchedule(schedule, targets = defaultTargets) {
    return targets.map(target => {
        const { domain, rto, rpo } = target;
        const [best] = schedule.mechanisms
            .flatMap((by) => {
            const worst = worstLoss(by, domain, schedule);
            return worst === undefined ? [] : [{ name: nameOf(by), worst }];
        })
            .sort((a, b) => a.worst - b.worst);
        if (best === undefined || best.worst > rpo)
            return { kind: 'uncovered', target, ...gapOf(target, best, schedule) };
        const { name, worst } = best;
        const sentence = `${domain}: covered by ${name}; ${worst === 0 ? 'no writes are' : `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(worst)} of writes are`} lost (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed); only a drill shows whether it recovers within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rto)}`;
        return { kind: 'covered', target, ...best, sentence };
    });
}
const doubtText = (name, { problem }) => `the repository ${name} is declared locked, but ${problem}`;
function gapOf(target, best, { repositories }) {
    const { domain, rpo } = target;
    const gap = (problem, help) => ({
        problem,
        help,
        sentence: `${domain}: not covered, because ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(problem, help)}`,
    });
    if (best !== undefined)
        return gap(`the best mechanism is ${best.name}, with which up to ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(best.worst)} of writes may be lost (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed)`, lossHelp(target));
    const doubted = repositories.find(({ survives, doubt }) => survives === 'region' && doubt !== undefined);
    if (domain === 'total' && doubted?.doubt !== undefined)
        return gap(doubtText(doubted.name, doubted.doubt), doubted.doubt.help);
    return gap('no declared mechanism survives it', lossHelp(target));
}
function lossHelp({ domain, rpo }) {
    if (domain === 'total')
        return rpo === 0
            ? 'allow some loss, because no archive rules it out'
            : `archive WAL to a locked or offline repository in another region within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} after it was written, and keep a full backup there`;
    if (rpo === 0)
        return `add a synchronous replica ${elsewhere(domain)}`;
    return `add a replica ${elsewhere(domain)} that never lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)}, or archive WAL to a repository there within that time`;
}
function worstLoss(mechanism, domain, schedule) {
    return recoversFrom(mechanism, domain, schedule) ? worstOf(mechanism) : undefined;
}
function recoversFrom(mechanism, domain, schedule) {
    if (mechanism.kind === 'synchronous-replica' || mechanism.kind === 'asynchronous-replica')
        return domain !== 'total' && reaches(mechanism.survives, domain);
    const { repository: name } = mechanism;
    const repository = schedule.repositories.find(each => each.name === name);
    if (repository === undefined)
        throw new RangeError(`no repository ${name} is declared`);
    const { survives, keeping, doubt } = repository;
    if (!reaches(survives, domain === 'total' ? 'region' : domain))
        return false;
    if (domain === 'total' && (doubt !== undefined || keeping === 'plain'))
        return false;
    return (mechanism.kind === 'dump' ||
        schedule.mechanisms.some(each => each.kind === 'backup' && each.type === 'full' && each.repository === name));
}
const reaches = (survives, domain) => domains.indexOf(survives) >= domains.indexOf(domain);
function worstOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return 0;
        case 'asynchronous-replica':
            return mechanism.maxLag;
        case 'wal-archive':
            return mechanism.timeout === 0 ? undefined : mechanism.timeout + mechanism.ships;
        case 'backup':
        case 'dump':
            return mechanism.every + mechanism.takes + mechanism.ships;
    }
}
const bounds = {
    alert: `as long as the alert ${replicaBehind} does not fire`,
    promise: 'as its provider promises: Slipway does not measure its lag',
};
const elsewhere = (what) => `${what === 'node' ? 'on' : 'in'} another ${what}`;
function nameOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return `the synchronous replica ${elsewhere(mechanism.survives)}`;
        case 'asynchronous-replica':
            return `the asynchronous replica ${elsewhere(mechanism.survives)} (${bounds[mechanism.bound]})`;
        case 'wal-archive':
            return `the WAL archive ${mechanism.repository}`;
        case 'backup':
            return `the ${mechanism.type} backup to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
        case 'dump':
            return `the logical dump to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
    }
}


/***/ }),

/***/ 7840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ serializeLedger),
/* harmony export */   Hn: () => (/* binding */ acknowledged),
/* harmony export */   N: () => (/* binding */ makeMarker),
/* harmony export */   h8: () => (/* binding */ parseLedger),
/* harmony export */   nm: () => (/* binding */ markerHash),
/* harmony export */   oc: () => (/* binding */ ledgerLine)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77462);



function makeMarker(seq, runId, sentAt, payload) {
    return { seq, runId, sentAt, payload, sha256: markerHash({ seq, runId, sentAt, payload }) };
}
function markerHash({ seq, runId, sentAt, payload }) {
    return (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Of */ .Bj)(JSON.stringify([seq, runId, sentAt, payload]));
}
function ledgerLine({ seq, sentAt, ackedAt, error, sha256 }) {
    return `${JSON.stringify({ seq, sentAt, ackedAt, error, sha256 })}\n`;
}
function serializeLedger(entries) {
    return entries.map(ledgerLine).join('');
}
function parseLedger(text) {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    const whole = last === '' ? undefined : entryOf(last);
    const entries = new Map();
    for (const [index, line] of lines.entries()) {
        const entry = entryOf(line);
        if (entry === undefined)
            throw malformed(index + 1, 'is not an entry');
        add(entries, entry, index + 1);
    }
    if (whole !== undefined)
        add(entries, whole, lines.length + 1);
    return {
        entries: [...entries.values()].sort((a, b) => a.seq - b.seq),
        cut: last !== '' && whole === undefined,
    };
}
function acknowledged(entries) {
    return entries.filter((entry) => entry.ackedAt !== undefined);
}
function add(entries, entry, line) {
    const before = entries.get(entry.seq);
    if (before !== undefined && (before.sentAt !== entry.sentAt || before.sha256 !== entry.sha256))
        throw malformed(line, `describes another marker ${entry.seq} than an earlier line`);
    if (before?.ackedAt !== undefined && before.ackedAt !== entry.ackedAt)
        throw malformed(line, `contradicts the acknowledgement of marker ${entry.seq}`);
    entries.set(entry.seq, entry);
}
function entryOf(line) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(line);
    if (value === undefined)
        return undefined;
    const { seq, sentAt, ackedAt, error, sha256 } = value;
    const hash = typeof sha256 === 'string' ? (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSha256 */ .tz)(sha256) : undefined;
    if (!isMoment(seq) || seq < 1 || !isMoment(sentAt) || hash === undefined)
        return undefined;
    if (ackedAt !== undefined && (!isMoment(ackedAt) || ackedAt < sentAt))
        return undefined;
    if (error !== undefined && typeof error !== 'string')
        return undefined;
    return {
        seq,
        sentAt,
        ...(ackedAt === undefined ? {} : { ackedAt }),
        ...(error === undefined ? {} : { error }),
        sha256: hash,
    };
}
const isMoment = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const malformed = (line, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`line ${line} of the marker ledger ${problem}`, 'use the unmodified ledger of the writer: nothing can be measured with this one');


/***/ }),

/***/ 1946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ scenarioIds),
  scenarioOf: () => (/* binding */ scenarioOf),
  q: () => (/* binding */ scenarios)
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-steps.js
const step = (phase, action, instruction) => ({
    phase,
    action,
    instruction,
});
const restoreDatabase = (from, to) => step('restore', 'restore-database', `Restore the database from ${from} to ${to}, and check that recovery ended there.`);
const newest = 'the end of the archived WAL';
const secrets = step('restore', 'restore-secrets', 'Decrypt the Secrets of the backup set with the offline key, and use no others.');
const provision = step('provision', 'provision', 'Create an empty namespace without egress, and prove that production cannot be reached from it.');
const objects = step('start', 'apply-objects', 'Apply the objects of the backup without those that act automatically: suspend CronJobs, and leave out load balancers and webhooks.');
const start = step('start', 'start', 'Start the application on the restored data, and wait until its pods are ready.');
const files = step('restore', 'restore-files', 'Restore files, dumps of databases outside of the cluster, and objects of buckets, and compare them with the manifest.');
const verify = step('verify', 'verify', 'Compare tables, rows and schema version with the manifest of the backup, read a known record through the application, and write a new one.');
const cutover = step('cutover', 'cut-over', 'Switch the traffic, and probe from outside until thirty probes in a row have succeeded.');
const failover = step('detect', 'wait-for-failover', 'Do nothing: the declared mechanism fails over automatically. If it has not done so in time, run the command that `failover` of slipway.yml names.');

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-application.js

const replaced = step('start', 'wait-for-pods', 'Wait: the controller starts new pods. If they do not become ready, read their events.');
const answered = step('verify', 'check-requests', 'Check that requests succeed.');
const ofApplication = {
    'container-kill': {
        title: 'A container of the application is killed',
        question: 'Is it restarted once, and is it ready again?',
        target: 'node',
        breaks: { kind: 'application', what: 'container' },
        steps: [
            step('start', 'wait-for-pods', 'Wait: the kubelet restarts it. If it crashes repeatedly, roll back the release.'),
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 7,
    },
    'pod-loss': {
        title: 'A pod of the application is lost',
        question: 'Do the other pods serve every request until a new one is ready?',
        target: 'node',
        breaks: { kind: 'application', what: 'pod' },
        steps: [replaced, answered],
        without: [],
        required: 'L2',
        where: 'live',
        every: 7,
    },
    'zone-drain': {
        title: 'The pods of the application are evicted from a zone',
        question: 'Do the pods of other zones serve every request?',
        target: 'zone',
        breaks: { kind: 'application', what: 'zone' },
        steps: [replaced, answered],
        without: ['the nodes of that zone'],
        required: 'L2',
        where: 'live',
        every: 30,
    },
    autoscaling: {
        title: 'The load rises',
        question: 'Does the autoscaler add pods under load, and remove them afterwards?',
        target: undefined,
        breaks: { kind: 'nothing' },
        steps: [
            step('detect', 'scale-up', 'Compare the metrics with the target of the autoscaler, and raise its maximum if it is reached.'),
            step('verify', 'scale-down', 'When the load falls, check that the autoscaler removes pods.'),
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 30,
    },
    'bad-release': {
        title: 'A bad version of the application is released',
        question: 'Is it caught and rolled back without a failed request?',
        target: 'node',
        breaks: { kind: 'application', what: 'release' },
        steps: [
            step('detect', 'wait-for-rollback', 'Wait: the run rolls the release back. If the run has ended and the bad version is live, roll it back yourself.'),
            answered,
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 30,
    },
};

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario.js


const catalog = {
    restore: {
        title: 'A backup is restored',
        question: 'Does the newest backup restore everything that its manifest lists?',
        target: 'region',
        breaks: { kind: 'nothing' },
        steps: [provision, files, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: [],
        required: 'L4',
        where: 'scratch',
        every: 1,
    },
    pod: {
        title: 'The pod of the primary database is lost',
        question: 'Does another pod take over automatically, without loss of acknowledged writes?',
        target: 'node',
        breaks: { kind: 'pod' },
        steps: [failover, verify],
        without: ['backups'],
        required: 'L4',
        where: 'live',
        every: 1,
    },
    node: {
        title: 'The node of the primary database is lost',
        question: 'Does another node take over automatically, without loss of acknowledged writes?',
        target: 'node',
        breaks: { kind: 'command', what: 'node' },
        steps: [failover, verify],
        without: ['backups', 'the disk of that node'],
        required: 'L4',
        where: 'live',
        every: 1,
    },
    zone: {
        title: 'A zone is lost, with its disks',
        question: 'Do the other zones keep working, and does the lost zone recover?',
        target: 'zone',
        breaks: { kind: 'command', what: 'zone' },
        steps: [failover, verify],
        without: ['nodes, disks and repositories of that zone'],
        required: 'L5',
        where: 'live',
        every: 7,
    },
    region: {
        title: 'The region is lost',
        question: 'Can everything be restored elsewhere, from backups in another region?',
        target: 'region',
        breaks: { kind: 'out-of-reach' },
        steps: [
            provision,
            secrets,
            files,
            restoreDatabase('a repository of another region', newest),
            objects,
            start,
            verify,
            cutover,
        ],
        without: ['the primary database and its standbys', 'repositories of the region'],
        required: 'L5',
        where: 'scratch',
        every: 30,
    },
    total: {
        title: 'Everything is lost except the archive and the offline key',
        question: 'Can everything be restored from the locked archive alone?',
        target: 'total',
        breaks: { kind: 'out-of-reach' },
        steps: [
            provision,
            step('restore', 'restore-secrets', 'Decrypt the Secrets of the archive with the offline key, and use no others.'),
            step('restore', 'load-images', 'Load the images from the archive, by digest.'),
            files,
            restoreDatabase('the locked repository', newest),
            objects,
            start,
            verify,
        ],
        without: [
            'registries',
            'source code repositories',
            'DNS',
            'every repository that is not locked or offline',
        ],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    corruption: {
        title: 'Rows were deleted by mistake',
        question: 'Is everything from just before the mistake restored, and nothing from after it?',
        target: 'region',
        breaks: { kind: 'rows' },
        steps: [
            provision,
            restoreDatabase('the nearest repository, from a backup that ended before the mistake,', 'the moment before the mistake'),
            verify,
        ],
        without: ['standbys, which contain the mistake, too'],
        required: 'L3',
        where: 'scratch',
        every: 30,
    },
    rot: {
        title: 'A backup is silently corrupted',
        question: 'Is a damaged repository detected before it is needed?',
        target: undefined,
        breaks: { kind: 'repository-copy' },
        steps: [
            step('detect', 'notice', 'Verify the repository and its chain of WAL. If either fails, make a full backup at once, and keep the damaged repository for analysis.'),
        ],
        without: [],
        required: 'L1',
        where: 'scratch',
        every: 30,
    },
    secrets: {
        title: 'The Secrets are lost',
        question: 'Can encrypted values in the restored data be decrypted with the keys that are kept separately?',
        target: 'region',
        breaks: { kind: 'secrets' },
        steps: [provision, secrets, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: ['the Secrets of the cluster'],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    'off-site-down': {
        title: 'The off-site repository is unreachable',
        question: 'Is it detected in time, does the on-site repository keep working, and is no WAL lost until the off-site one is back?',
        target: undefined,
        breaks: { kind: 'off-site-repository' },
        steps: [
            step('detect', 'notice', 'Find out why it is unreachable. The database keeps WAL that is not archived: watch its disk, and never remove WAL by hand.'),
            step('replay', 'catch-up', 'When it is back, check that it contains every segment since the failure.'),
        ],
        without: [],
        required: 'L1',
        where: 'live',
        every: 30,
    },
    ...ofApplication,
};
const scenarioIds = Object.keys(catalog);
function scenarioOf(id) {
    return { id, ...catalog[id] };
}
const scenarios = scenarioIds.map(scenarioOf);


/***/ }),

/***/ 48097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ htmlDocument)
});

// EXTERNAL MODULE: ./.build/js/src/report/html.js
var html = __webpack_require__(57555);
;// CONCATENATED MODULE: ./.build/js/src/report/style.js
const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2128; --soft: #59636e; --faint: #e6e9ed; --panel: #f6f8fa; --band: #f3f5f8;
  --candidate: #c2410c; --baseline: #1d6fd8; --harm: #c81e3a; --good: #1a7f37; --quiet: #6b7280; --rollback: #fdeaec;
  --good-ground: #e7f6ec; --open-ground: #fff6df; --bad-ground: #fdeaec; --open: #8a6100;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1319; --ink: #e3e8ee; --soft: #9aa5b1; --faint: #2a313b; --panel: #171c24; --band: #171c24;
    --candidate: #ff9457; --baseline: #6cabff; --harm: #ff7086; --good: #4ac26b; --quiet: #8b949e; --rollback: #3a1c22;
    --good-ground: #12301c; --open-ground: #332809; --bad-ground: #3a1820; --open: #e3b341;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main { max-width: 1040px; margin: 0 auto; padding: 32px 24px 64px; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 27px; line-height: 1.25; letter-spacing: -0.01em; margin: 4px 0 18px; font-weight: 650; text-wrap: balance; }
h1::first-letter { text-transform: uppercase; }
h2 { font-size: 17px; margin: 36px 0 2px; font-weight: 650; }
h2 + p { margin: 0 0 10px; color: var(--soft); font-size: 13.5px; max-width: 110ch; }
a { color: var(--baseline); }
.verdict { border-left: 5px solid; border-radius: 6px; padding: 12px 16px; display: grid; grid-template-columns: max-content 1fr; gap: 4px 14px; }
.verdict dt { font-weight: 650; } .verdict dd { margin: 0; overflow-wrap: anywhere; }
.verdict.good { background: var(--good-ground); border-color: var(--good); }
.verdict.open { background: var(--open-ground); border-color: var(--open); }
.verdict.bad { background: var(--bad-ground); border-color: var(--harm); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 10px; margin: 16px 0 0; padding: 0; }
.tiles div { background: var(--panel); border-radius: 6px; padding: 10px 14px; }
.tiles dt { color: var(--soft); font-size: 12.5px; } .tiles dd { margin: 0; font-size: 21px; font-weight: 600; font-variant-numeric: tabular-nums; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 2px 52px; padding: 0; list-style: none; font-size: 13px; color: var(--soft); }
.legend li::before { content: ""; display: inline-block; width: 16px; height: 0; border-top: 3px solid var(--tone); vertical-align: middle; margin-right: 6px; border-radius: 2px; }
.legend .faint::before { opacity: 0.4; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; }
svg .y { text-anchor: end; dominant-baseline: middle; } svg .x { text-anchor: middle; }
svg .unit { text-anchor: start; font-size: 11px; } svg text.unit:not(.end) { text-anchor: end; } svg .unit.end { text-anchor: end; }
svg .grid { stroke: var(--faint); fill: none; } svg .zero { stroke: var(--quiet); } svg .tick { stroke: var(--quiet); }
.band rect { fill: transparent; } .band.odd rect { fill: var(--band); } .band.rollback rect { fill: var(--rollback); }
.band text { text-anchor: middle; font-size: 11px; }
.candidate { --tone: var(--candidate); } .baseline { --tone: var(--baseline); } .harm { --tone: var(--harm); }
.good { --tone: var(--good); } .quiet { --tone: var(--quiet); }
.line { fill: none; stroke: var(--tone); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.line.thin { stroke-width: 1; opacity: 0.45; }
.line.steps { stroke-width: 1.6; stroke-linejoin: miter; }
.dots circle { fill: var(--tone); opacity: 0.4; }
.spots circle { fill: transparent; } .spots circle:hover { fill: var(--tone); }
.limit path { stroke: var(--tone); stroke-width: 1.3; stroke-dasharray: 5 4; fill: none; }
.limit text { fill: var(--tone); font-size: 11.5px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
.interval path { stroke: var(--tone); stroke-width: 2.5; fill: none; stroke-linecap: round; } .interval circle { fill: var(--tone); stroke: var(--paper); stroke-width: 1.5; }
.interval text { text-anchor: end; dominant-baseline: middle; font-size: 13px; fill: var(--ink); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; margin-top: 6px; }
th, td { text-align: left; vertical-align: top; padding: 6px 14px 6px 0; border-bottom: 1px solid var(--faint); font-variant-numeric: tabular-nums; }
caption { text-align: left; } details caption { color: var(--soft); }
thead th { color: var(--soft); font-weight: 550; vertical-align: bottom; }
tbody th { font-weight: inherit; }
td { overflow-wrap: break-word; min-width: 5ch; } td.number, th.number { text-align: right; padding-right: 22px; } td.number, tbody th { white-space: nowrap; }
.about td { overflow-wrap: anywhere; }
.about th { color: var(--soft); width: 1%; overflow-wrap: normal; }
.status::before { content: ""; display: inline-block; width: 9px; height: 9px; border-radius: 50%; background: var(--tone); margin-right: 7px; }
details { margin-top: 28px; } summary { cursor: pointer; font-weight: 600; }
code { font: 12.5px ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; background: var(--panel); padding: 1px 5px; border-radius: 4px; }
footer { margin-top: 40px; color: var(--soft); font-size: 13px; }
@media (max-width: 600px) { main { padding: 18px 14px 40px; } .verdict { grid-template-columns: 1fr; } h1 { font-size: 22px; } }
@media print {
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; } section, tr, .tiles { break-inside: avoid; } h2 { break-after: avoid; }
  .verdict, .tiles div, .band rect, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  table { font-size: 11px; } th, td { padding-right: 8px; } .scroll { overflow: visible; }
  details:not([open]) { display: none; }
}
@page { margin: 16mm; }
`;

;// CONCATENATED MODULE: ./.build/js/src/report/document.js


function htmlDocument(title, body, css = '') {
    return (0,html/* html */.qy) `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new html/* Html */.Ed(style + css)}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`.text;
}


/***/ }),

/***/ 57555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ Html),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/* unused harmony export escaped */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
    toString() {
        return this.text;
    }
}
function html(strings, ...parts) {
    return new Html(strings.map((text, index) => text + written(parts[index])).join(''));
}
function written(part) {
    if (part === undefined)
        return '';
    if (part instanceof Html)
        return part.text;
    if (Array.isArray(part))
        return part.map(written).join('');
    return escaped(String(part));
}
function escaped(text) {
    return text
        .toWellFormed()
        .replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}


/***/ }),

/***/ 66228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yc: () => (/* binding */ tableSection),
/* harmony export */   eq: () => (/* binding */ linkHtml),
/* harmony export */   fo: () => (/* binding */ tilesHtml),
/* harmony export */   qj: () => (/* binding */ tableHtml)
/* harmony export */ });
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57555);

function tableHtml(caption, { head, rows }) {
    const numeric = head.map((_, column) => rows.every(row => /^[\d,.]*$/.test(row[column] ?? '')));
    const cell = (column, what, scope) => {
        const [tag, scoped] = scope === undefined ? ['td', ''] : ['th', ` scope="${scope}"`];
        const open = new _html_js__WEBPACK_IMPORTED_MODULE_0__/* .Html */ .Ed(`<${tag}${scoped}${numeric[column] === true ? ' class="number"' : ''}>`);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${open}${what}${new _html_js__WEBPACK_IMPORTED_MODULE_0__/* .Html */ .Ed(`</${tag}>`)}`;
    };
    const line = (row) => row.map((text, column) => cell(column, statusHtml(text), column === 0 ? 'row' : undefined));
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head.map((text, column) => cell(column, (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}`, 'col'))}</tr></thead><tbody>${rows.map(row => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<tr>${line(row)}</tr>
`)}</tbody></table></div>`;
}
const statusTones = {
    worse: 'harm',
    suspect: 'candidate',
    passed: 'good',
    undecided: 'quiet',
    missing: 'quiet',
};
function statusHtml(text) {
    const tone = Object.hasOwn(statusTones, text) ? statusTones[text] : undefined;
    return tone === undefined ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}` : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<span class="status ${tone}">${text}</span>`;
}
const tableSection = ({ title, head, rows }) => rows.length === 0
    ? undefined
    : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<section>${tableHtml((0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<h2>${title}</h2>`, { head, rows })}</section>`;
const tilesHtml = (figures) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<dl class="tiles">${figures.map(([name, value]) => value === undefined ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
const linkHtml = (text, url) => url !== undefined && /^https?:\/\//.test(url) ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<a href="${url}">${text}</a>` : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}`;


/***/ }),

/***/ 18482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isInHistoryOf),
/* harmony export */   olderCommitProblemOf: () => (/* binding */ olderCommitProblemOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88343);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6849);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43645);
/* harmony import */ var _operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78968);





function olderCommitProblemOf(env, token, report) {
    const { GITHUB_EVENT_NAME: event, GITHUB_RUN_ATTEMPT: attempt, GITHUB_SHA: own = '', GITHUB_REF: ref = '', } = env;
    if (event !== 'push' || attempt !== '1')
        return undefined;
    const github = (0,_github_js__WEBPACK_IMPORTED_MODULE_1__/* .gitHubOf */ .Tc)(env, token);
    return async ({ release, by: { repository, revision = '' } }) => {
        const isOurs = repository === env.GITHUB_REPOSITORY && /^[0-9a-f]{40,64}$/.test(revision);
        if (!isOurs || revision === own)
            return undefined;
        const [ours, theirs] = [own.slice(0, 7), revision.slice(0, 7)];
        try {
            if (github === undefined)
                throw new Error('the input `actions-token` is not set');
            const octokit = await github.open();
            if (!(await isInHistoryOf(octokit, github, own, revision)))
                return undefined;
            if ((await headOf(octokit, github, ref)) === own)
                return undefined;
        }
        catch (error) {
            const why = error.message;
            report(`warning: whether commit ${ours} is older than the live commit ${theirs} is unknown: ${why}`);
            return undefined;
        }
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`commit ${ours} is older than commit ${theirs} of the live release ${release}`, `if the run of the newer push only overtook this one, do nothing; to release the older one on purpose, use "Re-run all jobs" in this run, or ${(0,_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('rollback', undefined, env)}`);
    };
}
async function headOf({ rest }, { repo }, ref) {
    const { data } = await rest.repos.getCommit({ ...repo, ref: ref.replace(/^refs\//, ''), per_page: 1 });
    return (0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__.validated)(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }), data).sha;
}
async function isInHistoryOf({ rest }, { repo }, sha, newer) {
    const basehead = `${newer}...${sha}`;
    const { data } = await rest.repos.compareCommitsWithBasehead({ ...repo, basehead, per_page: 1 });
    return ['behind', 'identical'].includes((0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__.validated)(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }), data).status);
}


/***/ }),

/***/ 43645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isTemporary: () => (/* binding */ isTemporary),
/* harmony export */   openOctokit: () => (/* binding */ openOctokit),
/* harmony export */   pagesOf: () => (/* binding */ pagesOf),
/* harmony export */   validated: () => (/* binding */ validated)
/* harmony export */ });
/* harmony import */ var _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31015);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88343);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);





const timeout = 10_000;
const brief = { attempts: 3, within: 5_000, longestPause: 2_000 };
const nothing = () => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
async function openOctokit({ GITHUB_API_URL: baseUrl = 'https://api.github.com' }, token, patience = {}) {
    const { getOctokit: open } = await load();
    const octokit = open(token, {
        baseUrl,
        userAgent: 'slipway',
        log: silent,
        request: { log: silent, fetch: fetchFrom(new URL(baseUrl).origin) },
    });
    octokit.hook.wrap('request', async (request, options) => {
        const answer = await Promise.resolve(request(options)).catch(error => {
            throw explained(error);
        });
        if (![204, 302].includes(answer.status) && (typeof answer.data !== 'object' || answer.data === null))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub answered ${answer.status} without JSON`, 'check GITHUB_API_URL, and proxies between it and the runner');
        return answer;
    });
    octokit.hook.wrap('request', (request, call) => repeated({ ...brief, ...patience }, call.method, async () => request(call)));
    return octokit;
}
function repeated({ longestPause, ...limits }, method, attempt) {
    const asked = (error) => (error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G ? pauseAskedBy(error) : undefined);
    return (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({
        ...limits,
        temporary: error => error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G && mayRepeat(method, error) && (asked(error) ?? 0) <= longestPause,
        delay: (count, error) => asked(error) ?? 500 * 2 ** (count - 1),
    }, attempt);
}
const mayRepeat = (method, error) => method === 'POST' ? isLimit(error) || error.status === 503 : isTemporary(error);
async function load() {
    const { GITHUB_EVENT_PATH: event } = process.env;
    delete process.env.GITHUB_EVENT_PATH;
    try {
        return await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(1758)]).then(__webpack_require__.bind(__webpack_require__, 11758));
    }
    finally {
        if (event !== undefined)
            process.env.GITHUB_EVENT_PATH = event;
    }
}
const fetchFrom = (origin) => async (url, init) => {
    if (new URL(String(url)).origin !== origin)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub redirected to another host, ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(String(url))}`, "set GITHUB_API_URL to the server's own API URL");
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
    await answer.clone().arrayBuffer();
    return answer;
};
function explained(error) {
    if (!(error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G))
        return error;
    if (error.cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return error.cause;
    const status = error.response === undefined ? '' : `${error.status}: `;
    error.message = `${status}${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(error.message).slice(0, 200)}`;
    return error;
}
const isTemporary = (error) => error.status >= 500 || isLimit(error);
const isLimit = (error) => error.status === 429 ||
    (error.status === 403 && (pauseAskedBy(error) !== undefined || /rate limit/i.test(error.message)));
function pauseAskedBy({ response }) {
    const { headers = {} } = response ?? {};
    const asked = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retryAfter */ .P9)(headers['retry-after']);
    if (asked !== undefined || headers['x-ratelimit-remaining'] !== '0')
        return asked;
    const end = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
    return Number.isFinite(end) ? Math.max(0, end - Date.now()) : undefined;
}
function validated(schema, data) {
    const result = schema.safeParse(data);
    if (result.success)
        return result.data;
    const [first] = result.error.issues;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub returned an invalid response: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)([...(first?.path ?? []), first?.message].join(': '))}`, 'check GITHUB_API_URL, and the version of an Enterprise Server');
}
function pagesOf(item, most) {
    let count = 0;
    return ({ data }, done) => {
        count += 1;
        if (count === most)
            done();
        return validated(zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(item), data);
    };
}


/***/ }),

/***/ 35831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ quantile)
/* harmony export */ });
function quantile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}


/***/ }),

/***/ 78155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  no: () => (/* binding */ assess),
  Kb: () => (/* binding */ excerpt),
  _6: () => (/* binding */ isHtml),
  JL: () => (/* binding */ mediaType)
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


const noSecrets = { secretOf: () => '', hide: text => text };
function assess(check, response, known = noSecrets) {
    const quote = (text) => excerpt(known.hide(text));
    const reason = statusProblem(check, response, quote) ??
        htmlProblem(check, response) ??
        typeProblem(check, response, quote) ??
        headersProblem(check, response, quote) ??
        cookiesProblem(check, response) ??
        jsonProblem(check, response, quote) ??
        storedSecretProblem(check, response, known.secretOf) ??
        bodyProblem(check, response, quote);
    return reason === undefined ? { ok: true } : { ok: false, reason };
}
const isSecret = (check) => check.as !== undefined ||
    check.send?.secrets !== undefined ||
    check.cookies !== undefined ||
    check['stored-secrets'] !== undefined;
function statusProblem(check, { status, headers, body }, quote) {
    if (status === check.status)
        return undefined;
    const location = headers.location;
    const redirects = status >= 300 && status < 400 && location !== undefined;
    const to = isSecret(check) ? '' : ` to ${quote(location ?? '')}`;
    const detail = redirects
        ? ` (a redirect${to}, which is not followed)`
        : isSecret(check)
            ? ''
            : quotedBody(quote(body));
    return `answered ${status}, expected ${check.status}${detail}`;
}
function htmlProblem(check, response) {
    const wantsJson = [check.json, check['stored-secrets']].some(each => each !== undefined) || isJsonType(check.type);
    if ((!wantsJson && check.not !== 'html') || !isHtml(response))
        return undefined;
    const place = wantsJson ? 'where JSON was expected' : 'where none was expected';
    return `answered ${response.status} with HTML ${place}, probably the fallback page of a single-page app`;
}
function typeProblem(check, response, quote) {
    if (check.type === undefined)
        return undefined;
    const type = mediaType(response);
    if (type === check.type.toLowerCase())
        return undefined;
    const written = quote(response.headers['content-type'] ?? '')
        .split(';', 1)
        .join('')
        .trim();
    const got = type === '' ? 'no media type' : isSecret(check) ? 'another media type' : written;
    return `answered with ${got}, expected ${check.type}`;
}
function headersProblem(check, { headers }, quote) {
    for (const [name, expected] of Object.entries(check.headers ?? {})) {
        const value = headers[name.toLowerCase()];
        if (value === undefined)
            return `answered without the header ${name}, expected "${expected}"`;
        if (value !== expected)
            return isSecret(check)
                ? `answered with another ${name}, expected "${expected}"`
                : `answered with ${name} "${quote(value)}", expected "${expected}"${assertions_hidden(quote(value), excerpt(expected))}`;
    }
    return undefined;
}
function cookiesProblem({ cookies = [] }, { cookies: set = [], url }) {
    const read = set.map(each => cookieOf(each, url));
    for (const name of cookies) {
        const own = read.filter(each => each.name === name);
        if (own.length === 0)
            return `did not set the cookie ${name}`;
        const kept = [...Map.groupBy(own, ({ scope }) => scope).values()].flatMap(all => {
            const last = all.at(-1);
            return last === undefined || last.isDeleted ? [] : [last];
        });
        if (kept.length === 0)
            return `deleted the cookie ${name}`;
        const lacking = cookieFlags
            .filter(([, flag]) => kept.some(({ has }) => !has(flag)))
            .map(([flag]) => flag);
        if (lacking.length > 0)
            return `set the cookie ${name} without ${lacking.join(', ')}`;
    }
    return undefined;
}
const cookieFlags = [
    ['Secure', /^secure$/i],
    ['HttpOnly', /^httponly$/i],
    ['SameSite', /^samesite=(strict|lax|none)$/i],
];
function cookieOf(text, url) {
    const [pair = '', ...rest] = text.split(';');
    const attributes = rest.map(each => each.trim());
    const attribute = (pattern) => attributes.findLast(each => pattern.test(each))?.replace(/^[^=]*=\s*/, '');
    const age = attribute(/^max-age\s*=\s*-?\d+$/i);
    const hasExpired = age === undefined ? Date.parse(attribute(/^expires\s*=/i) ?? '') <= Date.now() : Number(age) <= 0;
    const { hostname, pathname } = new URL(url);
    const domain = (attribute(/^domain\s*=/i) || hostname).toLowerCase().replace(/^\./, '');
    const path = attribute(/^path\s*=\s*\//i) ?? (pathname.replace(/\/[^/]*$/, '') || '/');
    return {
        name: pair.includes('=') ? pair.split('=', 1).join('').trim() : '',
        scope: `${domain} ${path}`,
        isDeleted: /^[^=]*=\s*$/.test(pair) || hasExpired,
        has: (pattern) => attributes.some(each => pattern.test(each)),
    };
}
function storedSecretProblem(check, { body }, secretOf) {
    const expected = Object.entries(check['stored-secrets'] ?? {});
    const document = expected.length === 0 ? undefined : (0,map/* jsonIn */.Yf)(body);
    for (const [path, variable] of expected) {
        const value = valueAt(document, parseJsonPath(path) ?? []);
        if (value === undefined)
            return `answered without ${path}, expected the value of ${variable}`;
        if (value !== secretOf(variable))
            return `answered with a ${path} that is not the value of ${variable}: the application cannot decrypt it, or it was changed`;
    }
    return undefined;
}
function jsonProblem(check, { body }, quote) {
    if (check.json === undefined)
        return undefined;
    const document = (0,map/* jsonIn */.Yf)(body);
    if (document === undefined)
        return `answered with something that is not JSON${isSecret(check) ? '' : quotedBody(quote(body))}`;
    for (const [path, expected] of Object.entries(check.json)) {
        const steps = parseJsonPath(path);
        const value = steps === undefined ? undefined : valueAt(document, steps);
        if (value === undefined)
            return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
        const wanted = JSON.stringify(expected);
        if (value === expected)
            continue;
        if (isSecret(check))
            return `answered with another value for ${path}, expected ${wanted}`;
        const got = scalar(value, quote);
        return `answered with ${got} for ${path}, expected ${wanted}${assertions_hidden(got, excerpt(wanted))}`;
    }
    return undefined;
}
function bodyProblem(check, { body }, quote) {
    if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body))
        return undefined;
    const expected = excerpt(check.body);
    const got = body === '' ? 'an empty body' : isSecret(check) ? 'another body' : `the body "${quote(body)}"`;
    const detail = isSecret(check) ? '' : assertions_hidden(quote(body), expected);
    return `answered with ${got}, expected "${expected}"${detail}`;
}
const assertions_hidden = (got, expected) => got === expected ? ' (they differ in whitespace or invisible characters, or after 120 characters)' : '';
const ansiCode = new RegExp(`${String.fromCodePoint(0x1b)}\\[[\\d;?]*[ -/]*[@-~]`, 'g');
function excerpt(text) {
    const line = text
        .slice(0, 4096)
        .replace(ansiCode, ' ')
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
    const letters = [...line];
    return letters.length > 120 ? `${letters.slice(0, 119).join('')}…` : line;
}
function quotedBody(text) {
    return text === '' ? ' (empty body)' : `: "${text}"`;
}
function scalar(value, quote) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a map';
    return quote(JSON.stringify(value));
}
function mediaType(response) {
    return (response.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}
function isJsonType(type = '') {
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


/***/ }),

/***/ 31626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   $z: () => (/* binding */ causedBy),
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   IP: () => (/* binding */ isSafe),
/* harmony export */   JM: () => (/* binding */ mayBeFaultOfRelease),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   Qk: () => (/* binding */ revocationName),
/* harmony export */   ZK: () => (/* binding */ requestName),
/* harmony export */   fq: () => (/* binding */ pauseBetween),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   uX: () => (/* binding */ longestAttempt)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35831);
/* harmony import */ var _assertions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78155);


const isSafe = ({ method }) => method === undefined || method === 'HEAD';
const resultOf = (part, title, found, attempts, ms) => ({ part, title, ok: found.reason === undefined, ...found, attempts, ms });
const requestName = ({ method, get, as }) => `${method ?? 'GET'} ${get}${as === undefined ? '' : ` as ${as}`}`;
const revocationName = (request, revoke) => `${requestName(request)} after ${requestName(revoke)}`;
const mayBeFaultOfRelease = ({ ok, cause, skipped }) => !ok && skipped !== true && cause !== 'environment';
const sentenceOf = (result) => `${result.title} ${result.reason}`;
const causedBy = (answer) => !answer.ok && answer.unsent === true
    ? { cause: 'environment', ...(answer.expired === true ? {} : { skipped: true }) }
    : {};
const pauseBetween = 250;
const longestAttempt = 10_000;
const mostMeasurements = 3;
function runChecks(checks, send, clock, judge = _assertions_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .no) {
    return Promise.all(checks.map(check => runCheck(check, send, clock, judge)));
}
async function runCheck(check, send, clock, judge) {
    const start = clock.now();
    const asked = { title: requestName(check), check };
    let measured = 0;
    const limit = check['faster-than'];
    let found;
    for (let attempts = 1;; attempts++) {
        const left = check['retry-for'] - (clock.now() - start);
        const within = Math.max(1, Math.ceil(Math.min(left, longestAttempt)));
        const answer = await ask(check, send, within, judge);
        if (answer.ok) {
            const { requests, ...latency } = limit === undefined ? { requests: 0 } : await measure(check, limit, send, clock, judge);
            attempts += requests;
            measured += 1;
            found = latency;
        }
        else if (found === undefined || answer.timedOut !== true || within === longestAttempt) {
            found = { reason: answer.reason, ...causedBy(answer) };
        }
        const ms = clock.now() - start;
        const ok = found.reason === undefined;
        if (ok || !isSafe(check) || ms + pauseBetween >= check['retry-for'] || measured >= mostMeasurements)
            return { ...asked, ok, ...found, attempts, ms };
        await clock.sleep(pauseBetween);
    }
}
async function ask(check, send, timeoutMs = longestAttempt, judge = _assertions_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .no) {
    const answer = await send(check, timeoutMs);
    return answer.ok ? judge(check, answer.response) : answer;
}
async function measure(check, limit, send, clock, judge) {
    const { times = 20 } = check;
    const allowed = Math.floor(times * 0.05);
    const took = [];
    let slow = 0;
    while (took.length < times) {
        const start = clock.now();
        const answer = await send(check, longestAttempt);
        const ms = clock.now() - start;
        took.push(ms);
        const requests = took.length;
        const assessment = answer.ok ? judge(check, answer.response) : answer;
        if (!assessment.ok) {
            const reason = `${assessment.reason}, at request ${requests} of ${times}`;
            return { requests, reason, ...causedBy(assessment) };
        }
        slow += ms > limit ? 1 : 0;
        if (slow > allowed)
            return {
                requests,
                reason: `took longer than ${limit} ms in ${slow} of ${requests} requests; 95 % of ${times} must be faster`,
            };
    }
    return {
        requests: times,
        detail: `95 % of ${times} requests within ${Math.ceil((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__/* .quantile */ .Y)(took, 0.95) ?? 0)} ms`,
    };
}


/***/ }),

/***/ 60311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y7: () => (/* binding */ withoutPort),
/* harmony export */   dy: () => (/* binding */ probe),
/* harmony export */   o4: () => (/* binding */ withoutBrackets)
/* harmony export */ });
/* unused harmony exports largestBody, answerOf */
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);

const largestBody = 1024 * 1024;
async function probe(request) {
    const { base, host, path, timeoutMs, limit = largestBody, keep = limit } = request;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        const message = await send(request, signal);
        let bytes = 0;
        const start = async function* () {
            for await (const chunk of message) {
                bytes += chunk.length;
                if (bytes > limit)
                    throw new BodyTooLarge(limit);
                if (bytes - chunk.length < keep)
                    yield chunk;
            }
        };
        const body = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(start(), limit, () => new BodyTooLarge(limit));
        const headers = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
        const url = `${base.protocol}//${host ?? base.host}${joined(base, path)}`;
        return {
            ok: true,
            response: {
                status: message.statusCode ?? 0,
                headers: Object.fromEntries(headers),
                cookies: message.headers['set-cookie'] ?? [],
                body: body.toString('utf8'),
                bytes,
                url,
            },
        };
    }
    catch (error) {
        if (signal.aborted)
            return { ok: false, reason: `did not answer within ${timeoutMs} ms`, timedOut: true };
        if (!(error instanceof Error))
            throw error;
        return answerOf(error, base);
    }
}
function answerOf(error, base) {
    const reason = failure(error, base);
    const code = 'code' in error ? String(error.code) : '';
    if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code))
        return { ok: false, reason, unsent: true, expired: true };
    return { ok: false, reason, ...(/^(EAI_AGAIN|ENOTFOUND)$/.test(code) ? { unsent: true } : {}) };
}
async function send({ base, host, path, method = 'GET', body, headers, ca }, signal) {
    const secure = base.protocol === 'https:';
    const { request } = await (secure ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)));
    const name = withoutPort(host ?? base.host);
    const options = {
        hostname: withoutBrackets(base.hostname),
        port: base.port === '' ? (secure ? 443 : 80) : base.port,
        path: joined(base, path),
        method,
        agent: false,
        signal,
        headers: {
            host: host ?? base.host,
            accept: '*/*',
            'accept-encoding': 'identity',
            'user-agent': 'slipway-verify',
            ...headers,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
        ...(secure && ca !== undefined ? { ca } : {}),
        ...(secure && !isAddress(name) ? { servername: name } : {}),
    };
    return new Promise((resolve, reject) => {
        const outgoing = request(options);
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.end(body);
    });
}
class BodyTooLarge extends Error {
    limit;
    constructor(limit) {
        super();
        this.limit = limit;
    }
}
function failure(error, base) {
    if (error instanceof BodyTooLarge)
        return `answered with a body larger than ${error.limit / largestBody} MiB`;
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
            if (code.startsWith('HPE_'))
                return `got an answer that is not valid HTTP: ${error.message.replace(/^Parse Error: /, '')}`;
            return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)
                ? `could not be sent: TLS with ${where} failed (${error.message})`
                : `could not be sent: ${error.message}`;
    }
}
function joined(base, path) {
    return `${base.pathname.replace(/\/$/, '')}${path}`;
}
const withoutBrackets = (host) => host.replace(/^\[|\]$/g, '');
const withoutPort = (host) => host.replace(/:\d+$/, '');
function isAddress(name) {
    return /^[\d.]+$/.test(name) || name.startsWith('[');
}


/***/ }),

/***/ 31015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError)
/* harmony export */ });
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}



/***/ })

};
