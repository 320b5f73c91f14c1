export const id = 1862;
export const ids = [1862];
export const modules = {

/***/ 60527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assessAction: () => (/* binding */ assessAction),
/* harmony export */   assessed: () => (/* binding */ assessed)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26126);
/* harmony import */ var _assessment_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17710);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26115);








const reader = () => __webpack_require__.e(/* import() */ 5820).then(__webpack_require__.bind(__webpack_require__, 45820));
const assessAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'assess',
    description: 'Check what must be true of the manifests of an environment against its cluster: zones, probes, drains, resources, autoscaling, rights, secrets. Changes nothing.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .kubeContext */ .ng,
        cluster: {
            description: '`ask`, or `none` to read the manifests alone, such as in a pull request. Then what only the cluster can show is unknown.',
            default: 'ask',
        },
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .toolMirrors */ .Rg,
        report: { description: 'Path of the JSON report to write.', default: 'assess.json' },
    },
    outputs: _assessment_report_js__WEBPACK_IMPORTED_MODULE_4__/* .assessmentOutputs */ .j,
    refused: { verdict: 'fail' },
    run: async (inputs, host) => {
        const { app, result, now } = await assessed(inputs, host);
        return (0,_assessment_report_js__WEBPACK_IMPORTED_MODULE_4__/* .publishAssessments */ .x)(result, app, inputs, now, host);
    },
});
async function assessed(inputs, host) {
    const asks = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .yL)('cluster', ['ask', 'none'], inputs.cluster) === 'ask';
    const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(inputs.config);
    const environment = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, inputs.environment);
    (0,_gitops_js__WEBPACK_IMPORTED_MODULE_5__/* .requireApplied */ .PZ)(environment, inputs.environment, 'assess an environment of the same namespace that has `manifests`');
    const { manifests, notes } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .manifestsOf */ .oF)(inputs.config, config, inputs.environment, host.env);
    for (const note of notes)
        host.report(note);
    const signal = host.cancellation();
    const live = await liveOf(inputs, environment, asks, host);
    const now = new Date();
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(inputs.config));
    const { assess } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(5279), __webpack_require__.e(1893), __webpack_require__.e(8130), __webpack_require__.e(898), __webpack_require__.e(7673), __webpack_require__.e(2390), __webpack_require__.e(5880)]).then(__webpack_require__.bind(__webpack_require__, 640));
    const request = {
        ...{ config: (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .configFor */ .m3)(config, environment), environment, environmentName: inputs.environment },
        ...{ manifests, root, live, now },
    };
    const result = await assess(request, { env: host.env, signal, report: host.report });
    return { ...request, app: config.app, asks, result };
}
async function liveOf(inputs, environment, asks, host) {
    const { nothingAsked } = await reader();
    if (!asks)
        return nothingAsked('no cluster was asked (`cluster: none`)');
    return (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .withCluster */ .Bq)({ ...inputs, patient: false }, environment, host, reader, (cluster, { readLive }) => readLive(cluster, environment.namespace));
}


/***/ }),

/***/ 17710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ assessmentOutputs),
/* harmony export */   x: () => (/* binding */ publishAssessments)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _reports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46158);


const assessmentOutputs = {
    verdict: '`fail` if there is a finding of level `error` without an exception, otherwise `pass`.',
    findings: 'Number of findings without an exception.',
    unknown: 'Number of checks that could not be made.',
    report: 'Path of the JSON report.',
    reason: 'The worst error and the number of others, in one sentence; otherwise empty.',
};
async function publishAssessments(result, app, { environment, config, report: path }, at, host) {
    const { countAssessments, failureIn, shortfallsIn } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1724)]).then(__webpack_require__.bind(__webpack_require__, 81724));
    const { assessLines, assessSummary, toAnnotate } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(244)]).then(__webpack_require__.bind(__webpack_require__, 30244));
    const reason = failureIn(result.assessments) ?? '';
    const counts = countAssessments(result.assessments);
    const verdict = reason === '' ? 'pass' : 'fail';
    host.output('verdict', verdict);
    host.output('findings', String(shortfallsIn(result.assessments).length));
    host.output('unknown', String(counts.unknown));
    const report = { schema: 1, app, environment, at, verdict, counts, ...result };
    await (0,_reports_js__WEBPACK_IMPORTED_MODULE_1__/* .writeReport */ .u)(path, `${JSON.stringify(report, null, 2)}\n`);
    host.output('report', path);
    host.output('reason', reason);
    await host.summary(assessSummary(app, environment, result));
    annotate(host, toAnnotate(result.assessments), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(config)));
    for (const line of assessLines(result))
        host.report(line);
    return reason === '';
}
function annotate(host, found, root) {
    for (const { level, rule, what, remedy, place } of found)
        host.annotate(level === 'error' ? 'error' : 'warning', {
            title: `assess: ${rule}`,
            message: remedy === undefined ? what : `${what}; ${remedy}`,
            ...(place === undefined ? {} : { file: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)('', (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, place.file)) }),
            ...(place?.line === undefined ? {} : { line: place.line }),
        });
}


/***/ }),

/***/ 92205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gatherEvidence: () => (/* binding */ gatherEvidence)
});

// EXTERNAL MODULE: ./.build/js/src/assess/conformance/showing.js
var conformance_showing = __webpack_require__(69105);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/config/assess.js
var assess = __webpack_require__(23608);
// EXTERNAL MODULE: ./.build/js/src/config/policy-version.js
var policy_version = __webpack_require__(38501);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/actions/assess.js
var actions_assess = __webpack_require__(60527);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var toolkit_map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/assess/requirement.js
var requirement = __webpack_require__(88159);
// EXTERNAL MODULE: ./.build/js/src/assess/conformance/judges/acceptance.js
var acceptance = __webpack_require__(43020);
// EXTERNAL MODULE: ./.build/js/src/assess/conformance/judges/monitoring.js
var monitoring = __webpack_require__(21537);
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
});
const frontend = /\b(npm|npx|yarn|pnpm|bun|package(-lock)?\.json)\b/i;
const locks = ['frozen-lockfile', 'lock-file'];
function judgePolicy({ findings }, { policy }, { either, unknown }) {
    const open = findings.filter(({ excused }) => excused === undefined || excused === null);
    const about = (id, rule, good, has) => {
        const found = open.filter(has);
        return either(id, rule, good, (0,conformance_showing/* problemIn */.D)(found.map(({ message, rule: by }) => `${message} [${by}]`)), found[0]?.remedy);
    };
    const named = (...rules) => ({ rule }) => rules.includes(rule);
    const lock = (isFrontend) => (each) => locks.includes(each.rule) && frontend.test(each.message) === isFrontend;
    return [
        ...about('I1', 'policy-stages', 'images are built in stages, from pinned base images', named('build-tools', 'base-tag', 'base-digest', 'base-argument')),
        ...about('I3', 'policy-frontend', 'packages of the frontend come from the lock file', each => named('npm-ci', 'pin-npm')(each) || lock(true)(each)),
        ...about('I4', 'policy-backend', 'packages of the backend come from the lock file', each => named('pin-pip', 'pin-go', 'pin-gem', 'pin-cargo')(each) || lock(false)(each)),
        ...about('I5', 'policy-rights', 'images run as a user without rights', each => /^(user-(root|missing)|sudo|sudo-nopasswd|world-writable|image-(user|setuid|capability|world|sudo).*)$/.test(each.rule)),
        ...about('I7', 'policy-cache', 'lock files are copied before the sources, so layers are cached', named('copy-order')),
        ...(policy.bases === undefined
            ? unknown('I6', 'policy-bases', '`policy.bases` in slipway.yml names no allowed base images')
            : about('I6', 'policy-bases', 'base images are allowed ones', named('base-allowed'))),
    ];
}

;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/steps.js



const stepSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    step: schemas/* string */.YjP().max(40),
    at: iso/* datetime */.w$(),
    ok: schemas/* boolean */.zMY(),
    about: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().max(500)),
    outputs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().max(1_000_000)),
});
const success = (id, rule, good) => ({ ok, outputs: { reason = '' } }, _, { either }) => either(id, rule, good, ok ? undefined : reason || 'the step failed', 'correct what the step says, and run it again');
const verdict = ([ids, rule, good], found, { either, unknown }) => {
    const why = String(found?.reason || 'it does not say why').slice(0, 600);
    if (found === undefined)
        return [];
    if (found.verdict === 'pass')
        return either(ids, rule, good, undefined);
    return found.verdict === 'fail' ? either(ids, rule, good, why) : unknown(ids, rule, why);
};
const build = (record, { images }, showing) => {
    const { either, unknown } = showing;
    const built = Object.keys((0,toolkit_map/* jsonMap */.vM)(record.outputs.images ?? '') ?? {});
    const without = Object.keys(images).filter(name => !built.includes(name));
    const unbounded = Object.entries(images).flatMap(([name, { budget }]) => budget === undefined ? [name] : []);
    const failed = record.ok ? undefined : record.outputs.reason || 'the build failed';
    const size = /budget/.test(failed ?? '') ? failed : undefined;
    return [
        ...either('C2', 'build-digests', `the build gives the digests of ${built.join(', ')}`, failed ?? (0,conformance_showing/* problemIn */.D)(without.map(name => `the build gives no digest of ${name}`))),
        ...either('I9', 'build-tags', `the build planned the tags ${record.outputs.tags ?? ''}`.slice(0, 300), record.outputs.tags ? undefined : 'the build planned no tags'),
        ...(failed !== undefined && size === undefined
            ? unknown('I2', 'build-size', failed)
            : either('I2', 'build-size', 'the images are within their budgets', size ?? (0,conformance_showing/* problemIn */.D)(unbounded.map(name => `the image ${name} has no size budget`)), 'set `budget` of the image in slipway.yml')),
    ];
};
const logs = ({ outputs }, _, showing) => {
    const checks = (0,toolkit_map/* mapsIn */.nf)((0,toolkit_map/* jsonIn */.Yf)(outputs.checks ?? ''));
    const of = (name) => checks.find(({ check }) => check === name);
    const answered = checks.some(({ verdict }) => verdict !== 'unknown');
    return [
        ...(answered
            ? showing.either('C17', 'logs-store', 'the log store answers', undefined)
            : showing.unknown('C17', 'logs-store', outputs.reason || 'the log store did not answer')),
        ...verdict(['M5', 'logs-structure', 'logs are structured'], of('structure'), showing),
        ...verdict(['M6', 'logs-retention', 'each level has a retention'], of('retention'), showing),
        ...verdict(['M7', 'logs-nonce', 'lines of every workload arrive'], of('nonce'), showing),
        ...verdict(['M8', 'logs-leaks', 'dummy secrets do not reach the logs'], of('leaks'), showing),
    ];
};
const replication = ({ outputs }, _, showing) => {
    const { either, unknown } = showing;
    const tables = (0,toolkit_map/* mapsIn */.nf)((0,toolkit_map/* jsonIn */.Yf)(outputs.tables ?? ''));
    const wrong = tables.filter(each => each.verdict !== 'equal');
    const standbys = (0,toolkit_map/* jsonIn */.Yf)(outputs.standbys ?? '');
    const count = Array.isArray(standbys) ? standbys.length : 0;
    const differs = wrong.find(each => each.verdict === 'differs');
    const said = outputs.reason || 'it does not say why';
    const ok = outputs.verdict === 'pass' || (wrong.length > 0 && said.split('; ').length === wrong.length);
    const copies = ok ? 'pass' : outputs.verdict;
    return [
        ...(ok && count === 0
            ? either('H3', 'replication-standbys', '', 'the database has no standby', 'add one in another zone')
            : verdict(['H3', 'replication-standbys', `${count} standbys replicate in time`], { verdict: copies, reason: said }, showing)),
        ...verdict(['D7', 'replication-archive', 'standbys and the WAL archive are current'], { verdict: copies, reason: said }, showing),
        ...(tables.length === 0
            ? unknown('H7', 'replication-tables', 'no table was compared; name some with `--tables`')
            : differs !== undefined || wrong.length === 0
                ? either('H7', 'replication-tables', `${tables.length} comparisons of tables are equal`, differs && String(differs.sentence), 'restore the replica')
                : unknown('H7', 'replication-tables', String(wrong[0]?.sentence))),
    ];
};
const alerts = ({ outputs, about }, _, { either, unknown }) => {
    const { state = '', reason } = outputs;
    const why = reason || `the state is ${state}`;
    if (about.operation === 'rollback')
        return ['complete', 'would-roll-back', 'not-needed', 'ignored'].includes(state)
            ? either('M12', 'alerts-automatic', `an alert was decided on (${state})`, undefined)
            : state === 'failed'
                ? either('M12', 'alerts-automatic', '', why, 'see the summary of that run')
                : unknown('M12', 'alerts-automatic', why);
    const severity = about.severity ?? 'info';
    const rules = [
        [['M2', 'M3', 'M4'], 'alerts-delivered'],
        [['M11'], `alerts-${severity}`],
    ];
    return rules.flatMap(([ids, rule]) => state === 'delivered' || state === 'broken'
        ? either(ids, rule, `a test alert of ${severity} reached its receiver`, state === 'delivered' ? undefined : why, 'correct the hop that the step names')
        : unknown(ids, rule, why));
};
const stale = ({ outputs }, _, { either, unknown }) => {
    const images = Object.entries((0,toolkit_map/* jsonMap */.vM)(outputs.images ?? '') ?? {});
    const old = images.filter(([, each]) => each.stale === true);
    if (outputs.reason || images.length === 0)
        return unknown('I6', 'stale-bases', outputs.reason || 'no image was checked');
    return either('I6', 'stale-bases', 'base images are current', (0,conformance_showing/* problemIn */.D)(old.map(([name]) => `the base of ${name} has moved`)), 'rebuild the image');
};
const judges = {
    ...{ build, logs, replication, alerts, stale },
    plan: success('C1', 'plan-pass', 'the commit has a plan that passes'),
    test: success('C3', 'test-pass', 'the tests pass'),
    scan: success('C4', 'scan-pass', 'the scan passes'),
    restore: (record, _, { either, unknown }) => record.about.masking
        ? either('S10', 'restore-masked', `a masked copy was restored and proved to ${record.outputs.proved}`, record.ok && record.outputs.proved ? undefined : record.outputs.reason || 'the restore failed')
        : unknown('S10', 'restore-masked', 'the last restore had no `masking`'),
    audit: ({ ok, outputs }, _, { either }) => either(['S11', 'Z5'], 'audit-chain', `the audit chain holds up to ${outputs.head}`, ok ? undefined : outputs.reason || 'the audit chain is broken', 'compare the file with a copy, and find out who changed it'),
};
const judgedSteps = [...Object.keys(judges), 'verify'];
const judgeStep = (record, config, showing) => (Object.hasOwn(judges, record.step) ? judges[record.step] : undefined)?.(record, config, showing) ?? [];

// EXTERNAL MODULE: ./.build/js/src/assess/conformance/report-schema.js
var report_schema = __webpack_require__(10900);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/documents.js










const documents_text = schemas/* string */.YjP().max(4000);
const assessmentSchema = schemas/* object */.Ikc({
    id: report_schema/* idSchema */.fY,
    status: report_schema/* statusSchema */.aW,
    level: schemas/* enum */.k5n(['error', 'warning', 'info']),
    what: documents_text,
    evidence: schemas/* array */.YOg(report_schema/* assessmentEvidenceSchema */.vp).max(100),
    object: documents_text.exactOptional(),
    remedy: documents_text.exactOptional(),
    place: schemas/* object */.Ikc({ file: documents_text, line: schemas/* int */.Whr().min(1).exactOptional() }).exactOptional(),
    rule: schemas/* string */.YjP().max(200),
    excused: report_schema/* excuseSchema */.lL.exactOptional(),
    note: documents_text.exactOptional(),
});
const assessmentsSchema = schemas/* looseObject */._H3({
    app: documents_text,
    environment: documents_text.exactOptional(),
    at: iso/* datetime */.w$(),
    assessments: schemas/* array */.YOg(assessmentSchema).max(20_000),
});
const acceptedSchema = schemas/* object */.Ikc({
    title: documents_text,
    part: schemas/* string */.YjP().exactOptional(),
    ok: schemas/* boolean */.zMY(),
    reason: documents_text.exactOptional(),
    cell: schemas/* object */.Ikc({ endpoint: documents_text, identity: documents_text, expected: schemas/* number */.aig() }).exactOptional(),
    edge: schemas/* object */.Ikc({ to: documents_text }).exactOptional(),
});
const drillSchema = schemas/* looseObject */._H3({
    schema: schemas/* literal */.euz(1),
    ...{ app: documents_text, environment: documents_text, scenario: documents_text },
    startedAt: schemas/* number */.aig().min(0).max(8.64e15),
    verdict: schemas/* enum */.k5n(['pass', 'breach', 'fail', 'skipped', 'error', 'refused']),
    rungs: schemas/* array */.YOg(schemas/* unknown */.L5J()),
    outage: schemas/* looseObject */._H3({ kind: schemas/* string */.YjP(), rto: schemas/* number */.aig().exactOptional() }).nullish(),
});
function readDocument(path, content, reading) {
    const { config, environment, environmentName, counts } = reading;
    const value = (0,toolkit_map/* jsonIn */.Yf)(content);
    const map = (0,toolkit_map/* jsonMap */.vM)(content);
    if (map === undefined)
        return { problem: `${path} is no JSON map` };
    const parsed = (schema) => {
        const read = schema.safeParse(value);
        if (read.success)
            return read.data;
        const [issue] = read.error.issues;
        return { problem: `${path}: ${issue?.path.map(String).join('.') || 'it'}: ${issue?.message}` };
    };
    const stranger = (about) => {
        const { app = config.app, environment: of = environmentName } = about;
        return app === config.app && (of === '' || of === environmentName)
            ? undefined
            : { problem: `${path} is about ${app} in ${of}, not about ${config.app} in ${environmentName}` };
    };
    const isProblem = (read) => 'problem' in read;
    const show = (at, assessments) => ({
        shown: { of: path, at, counts, assessments },
    });
    if ('assessments' in map) {
        const read = parsed(assessmentsSchema);
        if (isProblem(read))
            return read;
        return stranger(read) ?? show(Date.parse(read.at), read.assessments);
    }
    if ('step' in map) {
        const read = parsed(stepSchema);
        if (isProblem(read))
            return read;
        const wrong = stranger({ app: read.outputs.app || undefined, environment: read.about.environment });
        if (wrong !== undefined)
            return wrong;
        const { config: other = '' } = read.about;
        if (other !== '' && (0,external_node_path_.normalize)(other) !== (0,external_node_path_.normalize)(reading.configPath))
            return { problem: `${path} is about ${other}, not about ${reading.configPath}` };
        if (!judgedSteps.includes(read.step))
            return { problem: `${path}: \`${read.step}\` shows no requirement` };
        const at = Date.parse(read.at);
        const written = (0,conformance_showing/* showing */.E)(`the record of ${read.step}`, path, at);
        if (read.step !== 'verify')
            return show(at, judgeStep(read, config, written));
        const checks = (0,toolkit_map/* mapsIn */.nf)((0,toolkit_map/* jsonIn */.Yf)(read.outputs.checks ?? '')).map(each => acceptedSchema.safeParse(each));
        const accepted = checks.flatMap(({ data }) => (data === undefined ? [] : [data]));
        return show(at, environment.verify === undefined ? [] : (0,acceptance.judgeAcceptance)(accepted, environment.verify, written));
    }
    if ('scenario' in map) {
        const read = parsed(drillSchema);
        if (isProblem(read))
            return read;
        const { app, environment: of, scenario, verdict, startedAt: at, outage } = read;
        const rto = outage?.kind === 'over' ? outage.rto : undefined;
        const entry = { schema: 1, at, app, environment: of, scenario, verdict };
        return stranger(read) ?? { drill: { ...entry, ...(0,toolkit_map/* defined */.sw)({ rto }) } };
    }
    if ('reasons' in map) {
        const read = parsed(monitoring.monitorSchema);
        if (isProblem(read))
            return read;
        const written = (0,conformance_showing/* showing */.E)('the report of monitor', path, read.at);
        return stranger(read) ?? show(read.at, (0,monitoring.judgeMonitoring)(read, environment.monitoring, written));
    }
    if ('findings' in map) {
        const read = parsed(policySchema);
        if (isProblem(read))
            return read;
        const at = Date.parse(read.at);
        return (stranger({ app: read.app }) ??
            show(at, judgePolicy(read, config, (0,conformance_showing/* showing */.E)('the report of the policy', path, at))));
    }
    return { problem: `${path} is no report that shows one of the ${requirement/* requirementIds */.aj.length} requirements` };
}

// EXTERNAL MODULE: ./.build/js/src/assess/conformance/report.js + 2 modules
var report = __webpack_require__(2192);
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
;// CONCATENATED MODULE: ./.build/js/src/actions/evidence-files.js







const mostFiles = 500;
const largest = 16 * 1024 * 1024;
async function readReports(reports, reading) {
    const shown = [];
    const drills = [];
    const notes = [];
    const before = [];
    for (const path of (0,input_text/* listed */.KE)(reports)) {
        const found = await (0,promises_.stat)(path).catch(unreadable(path));
        const inside = found.isDirectory() ? await (0,promises_.readdir)(path, { recursive: true }) : [];
        const files = found.isDirectory() ? inside.sort().map(name => (0,external_node_path_.join)(path, name)) : [path];
        const json = files.filter(each => each.endsWith('.json') || !found.isDirectory());
        if (json.length > mostFiles)
            throw new errors/* UserError */.yo(`${path} has more than ${mostFiles} JSON files`, 'name a smaller folder in `reports`');
        for (const file of json) {
            const content = await contentOf(file);
            const known = (0,report/* earlierReport */.Z)((0,toolkit_map/* jsonIn */.Yf)(content), reading.config.app, reading.environmentName);
            if (typeof known !== 'string') {
                before.push(known);
                continue;
            }
            const read = readDocument(file, content, reading);
            if ('shown' in read)
                shown.push(read.shown);
            else if ('drill' in read)
                drills.push(read.drill);
            else if (found.isDirectory())
                notes.push(`not read: ${read.problem}`);
            else
                throw new errors/* UserError */.yo(read.problem, 'correct the input `reports`');
        }
    }
    const newest = before.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    return { shown, drills, notes, before: newest };
}
async function contentOf(path) {
    const { size } = await (0,promises_.stat)(path).catch(unreadable(path));
    if (size > largest)
        throw new errors/* UserError */.yo(`${path} is larger than ${largest} bytes`, 'correct the input `reports`');
    return (0,promises_.readFile)(path, 'utf8').catch(unreadable(path));
}
const unreadable = (path) => (cause) => {
    throw new errors/* UserError */.yo(`${path} cannot be read`, 'correct the input `reports`', { cause });
};

// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
;// CONCATENATED MODULE: ./.build/js/src/actions/evidence.js










async function gatherEvidence(inputs, host) {
    const counts = daysOf(inputs['max-age']);
    const env = (0,session/* withLogins */.FH)(host.env, actions_inputs/* parseSecrets */.dC('logins', inputs.logins, host));
    const found = { ...(await (0,actions_assess.assessed)(inputs, host)), env };
    const { app, config, environment, environmentName, result, live, manifests } = found;
    const now = found.now.getTime();
    const [{ levelOfRule }, { judgeApplication }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 81724)),
        __webpack_require__.e(/* import() */ 589).then(__webpack_require__.bind(__webpack_require__, 80589)),
    ]);
    const silent = {};
    const shown = [];
    const add = (of, assessments) => void shown.push({ of, at: now, counts, assessments });
    const versions = { version: config['policy-version'], newest: policy_version/* newestPolicy */.l6 };
    const own = (0,conformance_showing/* showing */.E)('manifests and cluster', 'the environment', now);
    add('assess', [...result.assessments, ...judgeApplication(manifests, live, versions, own)]);
    const reading = { config, configPath: inputs.config, environment, environmentName, counts };
    const read = await readReports(inputs.reports, reading);
    shown.push(...read.shown);
    const asking = async (source, ask) => {
        host.report(`asking for evidence: ${source}`);
        try {
            add(source, await ask());
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            silent[source] = (0,errors/* describe */.q0)(error);
        }
    };
    let images = [];
    if (found.asks)
        await (0,session/* withCluster */.Bq)({ ...inputs, patient: false }, environment, host, engine, async (cluster, code) => {
            await asking('release', async () => {
                const kept = await releasesOf(cluster, found, code);
                images = Object.values(kept.current?.record.images ?? {});
                return kept.assessments;
            });
            await asking('verify', () => acceptanceOf(cluster, found, code));
            await asking('monitor', () => monitoringOf(cluster, found, host, code));
        });
    await asking('backup', () => recoveryOf(inputs, found, images, read.drills));
    if (silent.backup !== undefined)
        Object.assign(silent, { schedule: silent.backup, drill: silent.backup });
    return {
        ...{ app, environment: inputs.environment, shown, silent, now },
        notes: [...result.notes, ...read.notes],
        ...(read.before === undefined ? {} : { before: read.before }),
        off: rule => levelOfRule(rule, (environment.assess ?? assess/* assessSchema */.cJ.parse({})).rules) === 'off',
    };
}
function daysOf(text) {
    const [, days] = /^([1-9]\d{0,3})d$/.exec(text) ?? [];
    if (days !== undefined)
        return Number(days) * 86_400_000;
    throw new errors/* UserError */.yo(`the input \`max-age\` is invalid: "${text}"`, 'write a number of days such as 7d');
}
const engine = async () => ({
    ...(await Promise.all(/* import() */[__webpack_require__.e(4576), __webpack_require__.e(8036)]).then(__webpack_require__.bind(__webpack_require__, 24576))),
    ...(await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 17121))),
    ...(await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 17849))),
    ...(await Promise.all(/* import() */[__webpack_require__.e(4576), __webpack_require__.e(6900)]).then(__webpack_require__.bind(__webpack_require__, 24209))),
    ...(await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 43020))),
    ...(await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 21537))),
    ...(await Promise.all(/* import() */[__webpack_require__.e(5221), __webpack_require__.e(8276)]).then(__webpack_require__.bind(__webpack_require__, 58276))),
    ...(await Promise.all(/* import() */[__webpack_require__.e(4576), __webpack_require__.e(562), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(4991), __webpack_require__.e(401), __webpack_require__.e(6111)]).then(__webpack_require__.bind(__webpack_require__, 42570))),
    ...(await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(4972), __webpack_require__.e(562), __webpack_require__.e(401), __webpack_require__.e(8790), __webpack_require__.e(2488)]).then(__webpack_require__.bind(__webpack_require__, 62488))),
    ...(await __webpack_require__.e(/* import() */ 3339).then(__webpack_require__.bind(__webpack_require__, 36196))),
    ...(await __webpack_require__.e(/* import() */ 5403).then(__webpack_require__.bind(__webpack_require__, 17784))),
});
async function releasesOf(cluster, { config, environment, environmentName, live, app }, code) {
    const { namespace, workload } = environment;
    const [object, releases] = await Promise.all([
        cluster.get(code.pathTo(namespace, workload)),
        new code.ReleaseStore(cluster, namespace, app).list(),
    ]);
    const serving = code.releaseOf(object);
    if (object === undefined || serving === undefined)
        throw new errors/* UserError */.yo(`Slipway has not released ${app} here`, 'release it');
    const current = releases.find(({ record }) => record.release === serving);
    const at = new Date(cluster.now()).toISOString();
    const registry = await platformsOf(current?.record.images ?? {}).then(value => ({ known: true, value, asked: 'the manifests of the images', at }), error => {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return { known: false, why: error.message };
    });
    const labels = object.spec
        ?.selector;
    const { hasLabels } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 75181));
    const pods = live.pods.known
        ? {
            ...live.pods,
            value: live.pods.value.filter(each => hasLabels(labels?.matchLabels ?? {}, each.metadata?.labels)),
        }
        : live.pods;
    const written = (0,conformance_showing/* showing */.E)('records of releases', `namespace ${namespace}`, cluster.now());
    const kept = { releases, live: serving, pods, registry };
    return { assessments: code.judgeReleases(kept, config, environmentName, written), current };
}
async function platformsOf(images) {
    const [client, { isDigest }] = await Promise.all([(0,registry/* registryClient */.R)(), Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 85898))]);
    const found = new Map();
    for (const [name, image] of Object.entries(images)) {
        const [repository = '', digest = ''] = image.split('@');
        if (!isDigest(digest))
            throw new errors/* UserError */.yo(`the image ${name} has no digest`, 'release again');
        const tree = await client.tree(repository, digest);
        found.set(name, tree?.images.flatMap(({ platform }) => platform ?? []));
    }
    return found;
}
async function acceptanceOf(cluster, { environment, environmentName, app, env }, { acceptance, judgeAcceptance }) {
    const { verify, namespace } = environment;
    if (verify === undefined)
        throw new errors/* UserError */.yo(`the environment ${environmentName} has no \`verify\``, 'add it to slipway.yml');
    const { results, address } = await acceptance(cluster, {
        ...{ environment, env, owner: { app, namespace, labels: {} } },
        parts: ['checks', 'matrix', 'entrances', 'tls', 'page'],
    });
    return judgeAcceptance(results, verify, (0,conformance_showing/* showing */.E)('the checks of verify', address, cluster.now()));
}
async function monitoringOf(cluster, { config, environment, environmentName, env, manifests }, host, code) {
    const subject = code.monitoringSubject(config, environmentName, manifests);
    const request = { config, environmentName, environment, env, watch: 0, signal: host.cancellation() };
    const report = await code.monitor(cluster, { ...request, report: () => undefined });
    const written = (0,conformance_showing/* showing */.E)('the metrics of the application', 'Prometheus', report.at);
    const around = (0,conformance_showing/* showing */.E)('dashboards and silences', 'the cluster and Alertmanager', cluster.now());
    const alerting = await alertingOf(cluster, subject, env, code);
    return [
        ...code.judgeMonitoring(report, environment.monitoring, written),
        ...code.judgeAlerting(alerting, cluster.now(), around),
    ];
}
async function alertingOf(cluster, subject, env, { monitoringManifests, alertmanagerOf, silencesFor }) {
    const { app, environment, namespace, settings } = subject;
    const boards = monitoringManifests(subject).filter(({ name }) => name.startsWith(`slipway-${app}-dashboard-`));
    const there = boards.map(async ({ name }) => {
        const found = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, name));
        return [name, found !== undefined];
    });
    const { alertmanager } = settings;
    const dashboards = boards.length === 0 ? undefined : new Map(await Promise.all(there));
    if (alertmanager === undefined)
        return { dashboards, silences: { known: false, why: '`monitoring` names no Alertmanager' } };
    const answer = await silencesFor(alertmanagerOf(alertmanager, cluster, env), { app, environment });
    const at = new Date(cluster.now()).toISOString();
    return {
        dashboards,
        silences: answer.ok
            ? { known: true, value: answer.value, asked: 'the silences', at }
            : { known: false, why: answer.detail },
    };
}
async function recoveryOf({ config: path }, { environment, environmentName, app, env, now }, images, files) {
    const [{ openStores, recoveryOf: declared }, { locksOf }, sets, { readDrills }, { judgeDeclared }, judge] = await Promise.all([
        __webpack_require__.e(/* import() */ 7346).then(__webpack_require__.bind(__webpack_require__, 57346)),
        Promise.all(/* import() */[__webpack_require__.e(7346), __webpack_require__.e(894)]).then(__webpack_require__.bind(__webpack_require__, 28513)),
        __webpack_require__.e(/* import() */ 3730).then(__webpack_require__.bind(__webpack_require__, 48492)),
        __webpack_require__.e(/* import() */ 2288).then(__webpack_require__.bind(__webpack_require__, 89907)),
        __webpack_require__.e(/* import() */ 7876).then(__webpack_require__.bind(__webpack_require__, 95495)),
        Promise.all(/* import() */[__webpack_require__.e(4576), __webpack_require__.e(3814), __webpack_require__.e(2787), __webpack_require__.e(2567), __webpack_require__.e(1627), __webpack_require__.e(9578), __webpack_require__.e(4359), __webpack_require__.e(9976)]).then(__webpack_require__.bind(__webpack_require__, 89976)),
    ]);
    const recovery = declared(environment, environmentName);
    const owner = { app, environment: environmentName };
    const online = Object.entries(recovery.repositories).filter(([, { offline }]) => !offline);
    const stores = await openStores({ ...recovery, repositories: Object.fromEntries(online) }, path, env);
    const kept = await Promise.all(stores.map(async ({ store }) => ({
        drills: await readDrills(store, owner),
        set: (await sets.listSets(store, owner)).at(-1) === undefined
            ? undefined
            : await sets.readSet(store, owner),
    })));
    const newest = kept.flatMap(({ set }) => set ?? []).sort((a, b) => b.manifest.at - a.manifest.at)[0];
    const locks = await locksOf(recovery, owner, path, env, now.getTime());
    return judge.judgeRecovery({
        ...{ manifest: newest?.manifest, drills: [...kept.flatMap(each => each.drills), ...files], images },
        ...{ schedule: judgeDeclared(recovery, locks), namespace: environment.namespace },
    }, recovery, now.getTime(), (0,conformance_showing/* showing */.E)('backup sets', stores.map(({ name }) => name).join(', '), now.getTime()));
}


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
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(566);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55571);




async function promotionOf(inputs, { config, environment, registry, host, force, }) {
    const { requires } = environment;
    if (requires === undefined)
        return {};
    const sealing = await sealingOf(inputs, { config, environments: [environment], registry, host });
    return {
        requirePromotion: async (cluster, images) => {
            const [{ provePromotion }, { promotionSentence }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(1381), __webpack_require__.e(8308)]).then(__webpack_require__.bind(__webpack_require__, 58308)),
                __webpack_require__.e(/* import() */ 2384).then(__webpack_require__.bind(__webpack_require__, 2384)),
            ]);
            const asked = { config, environment, requires, images, registry, sealing };
            const promotion = await provePromotion(cluster, force === undefined ? asked : { ...asked, force });
            return { promotion, sentence: promotionSentence(promotion) };
        },
    };
}
const proofOutput = 'What happened to the proofs attached to the images, for environments that require this one: `attached` (the release is verified), `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
const withdrawalOutput = 'What happened to the proofs attached to the images, for environments that require this one: `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
async function withdrawEarly(cluster, request) {
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1381), __webpack_require__.e(2437)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1381), __webpack_require__.e(2437)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)();
    const { config, environmentName, inputs } = request;
    const environments = requiring(config, environmentName);
    const sealing = verified && inputs && (await sealingOf(inputs, { config, environments, registry, host }));
    const { state, warnings } = await settleProofs(cluster, { ...request, registry, sealing }, verified);
    host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
    for (const message of warnings) {
        host.annotate('warning', { title: 'Promotion', message });
        await host.summary(`⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(message)}\n`);
    }
}
async function sealingOf(inputs, { config, environments, registry, host }) {
    const { signing } = config;
    const trust = await demanded(config, environments);
    if (signing === undefined || trust === undefined)
        return undefined;
    const { env, report } = host;
    return async (use) => {
        const [{ withCosign }, { signingKey }, { attachStatement, signedPredicates }, { predicates }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506)]).then(__webpack_require__.bind(__webpack_require__, 18506)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(3139)]).then(__webpack_require__.bind(__webpack_require__, 32694)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(8432), __webpack_require__.e(3081)]).then(__webpack_require__.bind(__webpack_require__, 9947)),
            Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 90927)),
        ]);
        const type = predicates.verification;
        const { signal } = new AbortController();
        return withCosign({ env, signal, report }, cosign => {
            const asked = { ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_1__/* .trustOptions */ .z5)(inputs.config, config, trust), registry, cosign, env };
            const { root } = asked;
            return use({
                read: reference => signedPredicates((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.pinned)(reference), type, { ...asked, now: Date.now() }),
                add: async (reference, proof) => {
                    const from = { signing, trustedRoot: trust.root, root, folder: cosign.folder, env };
                    const key = await signingKey(from);
                    await attachStatement(registry, (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.pinned)(reference), type, proof, { cosign, key });
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

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient)
/* harmony export */ });
async function registryClient(options = {}) {
    const { RegistryClient } = await __webpack_require__.e(/* import() */ 4266).then(__webpack_require__.bind(__webpack_require__, 44266));
    return new RegistryClient(options);
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

/***/ 55571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ signatureSentences),
/* harmony export */   LA: () => (/* binding */ verifiedImages),
/* harmony export */   Rr: () => (/* binding */ signaturesOf),
/* harmony export */   SG: () => (/* binding */ signedOutput),
/* harmony export */   eD: () => (/* binding */ signatureDemand),
/* harmony export */   z5: () => (/* binding */ trustOptions)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _signing_predicates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90927);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(566);






async function verifiedImages(inputs, { config, environment, images, registry, host }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment?.trust);
    return trust === undefined ? {} : verified(inputs, trust, { config, images, registry, host });
}
async function verified(inputs, trust, { config, images, registry, host }) {
    const [{ withCosign }, { verifyImages }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506)]).then(__webpack_require__.bind(__webpack_require__, 18506)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(7226)]).then(__webpack_require__.bind(__webpack_require__, 38404)),
    ]);
    const { env, report } = host;
    const { signal } = new AbortController();
    return withCosign({ env, signal, report }, cosign => {
        const now = Date.now();
        return verifyImages(images, {
            ...trustOptions(inputs.config, config, trust),
            registry,
            cosign,
            env,
            now,
        });
    });
}
async function signatureDemand(inputs, { config, environment, force, host, }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment?.trust);
    if (trust === undefined)
        return undefined;
    return async (references) => {
        if (references.length === 0)
            return;
        try {
            const images = Object.fromEntries(references.map(each => [each, pinnedPlace(each)]));
            await verified(inputs, signatureAlone(trust), {
                config,
                images,
                registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .registryClient */ .R)(),
                host,
            });
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
                throw error;
            const problem = `the image is not trusted: only a record says that it was released, and ${error.message}`;
            if (force === undefined)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(problem, 'find out who wrote that record, and deploy the version that you want; or set the input `force` to a reason to restore the image');
            host.report(`warning: ${problem}. The image is restored because of \`force\`: ${force}`);
        }
    };
}
function pinnedPlace(image) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__.parseReference)(image);
    if (digest !== undefined)
        return { repository, digest };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${image} is not pinned by digest`, 'deploy that version again');
}
function signatureAlone({ 'scan-age': _, ...trust }) {
    const { key, identity } = trust;
    const signer = key === undefined ? { identity: { ref: ['refs/heads/*', 'refs/tags/*'], ...identity } } : {};
    return { ...trust, ...signer, attestations: [] };
}
function trustOptions(path, config, trust) {
    return { trust, publicLog: config.signing?.['public-log'] === true, root: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)) };
}
function signatureSentences(verified) {
    return Object.values(verified).map(({ reference, by, attested }) => {
        const said = attested.length === 0 ? '' : `, with ${attested.map(kind => _signing_predicates_js__WEBPACK_IMPORTED_MODULE_2__.nounOf[kind]).join(', ')}`;
        return `${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigests */ .s)(reference)} is signed by ${by}${said}`;
    });
}
const signaturesOf = (verified) => Object.fromEntries(Object.entries(verified).map(([name, { by, attested }]) => [name, { by, attested: [...attested] }]));
const signedOutput = (verified) => JSON.stringify(Object.fromEntries(Object.entries(verified).map(([name, { by }]) => [name, by])));


/***/ }),

/***/ 43020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeAcceptance: () => (/* binding */ judgeAcceptance)
/* harmony export */ });
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31626);
/* harmony import */ var _showing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69105);


function judgeAcceptance(results, verify, { either, unknown }) {
    const of = (...parts) => results.filter(({ part = 'checks' }) => parts.includes(part));
    const settingOf = ({ title }) => verify.checks.find(each => (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .requestName */ .ZK)(each) === title);
    const checks = of('checks').map(result => ({ result, check: settingOf(result) }));
    const where = (has) => checks.flatMap(({ result, check }) => (check !== undefined && has(check) ? [result] : []));
    const judged = (ids, rule, asked, good) => asked.length === 0
        ? []
        : either(ids, rule, `${good} (${asked.length} asked)`, (0,_showing_js__WEBPACK_IMPORTED_MODULE_1__/* .problemIn */ .D)(asked.filter(({ ok }) => !ok).map(({ title, reason = 'failed' }) => `${title} ${reason}`)), 'correct what fails, and run `slipway verify`');
    const cells = of('matrix');
    const identities = verify.identities ?? {};
    const isRefusal = ({ cell }) => cell?.expected === 401 || cell?.expected === 403;
    const credential = (id, rule, kind, name) => {
        const kindOf = (identity) => {
            const { garbage, ...ways } = identities[identity] ?? {};
            return garbage === undefined ? Object.keys(ways).find(way => way === kind) : kindOf(garbage);
        };
        const own = cells.filter(({ cell }) => cell !== undefined && kindOf(cell.identity) === kind);
        const wrong = own.filter(each => isRefusal(each) && isWrong(identities[each.cell?.identity ?? ''] ?? {}));
        if (own.length === 0)
            return [];
        const found = judged(id, rule, own, `${name} are accepted and refused as they must be`);
        return wrong.length > 0 || found[0]?.status === 'not-met'
            ? found
            : unknown(id, rule, `no garbage or expired one of the ${name} is tried in \`verify.matrix\``);
    };
    const anonymous = cells.filter(each => each.cell?.identity === 'none' && isRefusal(each));
    const edges = of('dependencies');
    const stores = edges.filter(({ edge }) => {
        const { redis, postgres } = verify.dependencies?.edges[edge?.to ?? ''] ?? {};
        return redis !== undefined || postgres !== undefined || /s3|storage|minio|bucket/i.test(edge?.to ?? '');
    });
    const html = [...where(({ type }) => type === 'text/html'), ...of('page')];
    const api = where(({ type, not, json }) => type?.includes('json') === true || not === 'html' || json !== undefined);
    const flagged = where(({ cookies }) => cookies !== undefined);
    return [
        ...judged(['C6', 'A4'], 'verify-checks', of('checks'), 'the checks pass'),
        ...judged('A1', 'verify-html', html, 'the frontend answers as HTML'),
        ...judged('A1', 'verify-api', api, 'the API answers, and not with HTML'),
        ...judged('K6', 'verify-canary', where(each => each['canary-secret'] !== undefined), 'a stored secret is read'),
        ...judged('S2', 'verify-cookie', flagged, 'cookies have Secure, HttpOnly and SameSite'),
        ...(anonymous.length > 0 || cells.some(({ ok }) => !ok)
            ? judged('S1', 'verify-matrix', cells, 'every identity gets the expected status')
            : cells.length > 0
                ? unknown('S1', 'verify-matrix', 'no endpoint of `verify.matrix` must refuse a request without identity')
                : []),
        ...credential('S2', 'verify-session', 'cookie', 'cookies'),
        ...credential('S3', 'verify-bearer', 'bearer', 'bearer tokens'),
        ...credential('S4', 'verify-key', 'header', 'API keys'),
        ...judged('S7', 'verify-revoked', of('revoked'), 'a withdrawn right is refused in time'),
        ...judged('S8', 'verify-tls', of('tls'), 'certificates, versions, redirects and HSTS are right'),
        ...judged('H2', 'verify-entrances', of('entrances'), 'every entrance answers'),
        ...judged('P10', 'verify-page', of('page'), 'enough of a page load is cacheable'),
        ...judged(['A2', 'A5'], 'verify-dependencies', edges, 'every dependency answers from inside the cluster'),
        ...judged('A3', 'verify-stores', stores, 'database, cache and storage answer'),
    ];
}
const isWrong = ({ garbage, expired }) => garbage !== undefined || expired === true;


/***/ }),

/***/ 21537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeAlerting: () => (/* binding */ judgeAlerting),
/* harmony export */   judgeMonitoring: () => (/* binding */ judgeMonitoring),
/* harmony export */   monitorSchema: () => (/* binding */ monitorSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);
/* harmony import */ var _showing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69105);


const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(2000);
const number = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullish();
const monitorSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    app: text,
    environment: text,
    at: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(8.64e15),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['healthy', 'degraded', 'unknown', 'superseded']),
    reasons: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ sentence: text })).max(1000),
    readings: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        comparisons: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
            signal: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: text, title: text, group: text }),
            after: number,
            samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ after: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()])).max(100_000) }),
        }))
            .max(1000),
        objectives: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ objective: text, after: number })).max(100),
        targets: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: text, up: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), down: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text) })).max(100),
        standbys: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ promised: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), within: number })).max(100),
        hasRules: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
        failures: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).max(1000),
    })
        .nullish(),
});
function judgeMonitoring({ verdict, reasons, readings }, monitoring, { either, unknown }) {
    const why = reasons[0]?.sentence ?? 'it does not say why';
    const health = verdict === 'healthy' || verdict === 'degraded'
        ? either('C7', 'monitor-health', 'the release is healthy by its metrics', verdict === 'healthy' ? undefined : why)
        : unknown('C7', 'monitor-health', why);
    if (readings === null || readings === undefined)
        return health;
    const { comparisons, objectives, targets, standbys, hasRules, failures } = readings;
    const target = (name) => targets.find(each => each.name === name);
    const isUp = (name) => (target(name)?.up ?? 0) > 0 && target(name)?.down.length === 0;
    const lacking = (names) => names.filter(name => target(name) !== undefined && !isUp(name));
    const exporters = ['node', 'postgres', 'redis'];
    const unnamed = exporters.filter(name => target(name) === undefined);
    const measured = (id, rule, names, remedy) => {
        const absent = names.filter(name => !comparisons.some(({ signal }) => signal.name === name));
        const silent = comparisons.filter(({ signal, after }) => names.includes(signal.name) && (after === undefined || after === null));
        if (silent.length > 0 && failures.length > 0)
            return unknown(id, rule, failures[0] ?? '');
        if (silent.length > 0)
            return either(id, rule, '', `there is no data for ${silent.map(({ signal }) => signal.title).join(', ')}`, remedy);
        if (absent.length > 0)
            return unknown(id, rule, `slipway.yml names no source for ${absent.join(', ')}`);
        return either(id, rule, `${names.join(', ')} are measured`, undefined);
    };
    const business = comparisons.filter(({ signal }) => signal.group === 'business');
    const still = business.filter(({ samples }) => !samples.after.some(([, value]) => value !== 0));
    const { audit = {} } = monitoring ?? {};
    const unwatched = ['logins', 'permissions', 'data', 'behavior'].filter(each => audit[each] === undefined);
    const noRules = hasRules ? undefined : 'Prometheus has not loaded the rules of the application';
    const load = 'load `rules.yml` of `slipway monitoring`, or set `monitoring.objects`';
    return [
        ...health,
        ...either(['M1', 'A2', 'C16'], 'monitor-pods', 'Prometheus scrapes the pods', isUp('pods') ? undefined : `Prometheus does not scrape ${target('pods')?.down.join(', ') || 'any pod'}`, 'correct `monitoring.sources.pods`, or start what is down'),
        ...(lacking(exporters).length === 0 && unnamed.length > 0
            ? unknown('M1', 'monitor-exporters', `slipway.yml names no exporter of ${unnamed.join(', ')} in \`monitoring.sources\``)
            : either('M1', 'monitor-exporters', 'Prometheus scrapes the exporters of nodes, database and cache', (0,_showing_js__WEBPACK_IMPORTED_MODULE_1__/* .problemIn */ .D)(lacking(exporters).map(name => `Prometheus does not reach the ${name} exporter`)), 'start the exporter, or correct `monitoring.sources`')),
        ...measured('P1', 'monitor-signals', ['requests', 'latency-p95', 'cpu', 'memory'], 'export the metric, or correct `monitoring.requests`'),
        ...measured('P3', 'monitor-infrastructure', ['network', 'disk', 'connections', 'cache-hits'], 'start the exporter of the metric'),
        ...either('P2', 'monitor-business', `${business.map(({ signal }) => signal.title).join(', ')} are measured`, business.length === 0
            ? 'no business figure is measured'
            : (0,_showing_js__WEBPACK_IMPORTED_MODULE_1__/* .problemIn */ .D)(still.map(({ signal }) => `${signal.title} has no signal`)), 'add the figure to `monitoring.queries`, and see that the application counts it'),
        ...either(['M2', 'M9', 'C16'], 'monitor-rules', 'Prometheus has loaded the rules', noRules, load),
        ...either('M9', 'monitor-objectives', 'the objectives are measured', objectives.length === 0
            ? 'no objective is set'
            : (0,_showing_js__WEBPACK_IMPORTED_MODULE_1__/* .problemIn */ .D)(objectives
                .filter(({ after }) => after === undefined || after === null)
                .map(({ objective }) => `the objective ${objective} has no data`)), 'set `monitoring.objectives` and `monitoring.requests`'),
        ...either('S11', 'monitor-audit', 'alerts on logins, rights, data and behavior are loaded', noRules ?? (unwatched.length > 0 ? `no alert watches ${unwatched.join(', ')}` : undefined), noRules === undefined ? 'add them to `monitoring.audit`' : load),
        ...(standbys.length === 0
            ? []
            : either('H3', 'monitor-standbys', 'the promised standbys are near enough to the primary', (0,_showing_js__WEBPACK_IMPORTED_MODULE_1__/* .problemIn */ .D)(standbys
                .filter(({ within, promised }) => (within ?? 0) < promised)
                .map(({ within, promised }) => `${within ?? 0} of ${promised} standbys are near enough to the primary`)), 'find out with `slipway replication` which standby is behind')),
    ];
}
const longestSilence = 86_400_000;
function judgeAlerting({ dashboards, silences }, now, { either, unknown }) {
    const absent = [...(dashboards ?? [])].filter(([, isThere]) => !isThere).map(([name]) => name);
    const open = silences.known ? silences.value.filter(({ status }) => status.state !== 'expired') : [];
    const left = open.filter(({ startsAt }) => now - Date.parse(startsAt) > longestSilence);
    return [
        ...(dashboards === undefined
            ? unknown('M3', 'monitor-dashboards', '`monitoring.objects` is none, so it is not known where the dashboards are')
            : either('M3', 'monitor-dashboards', `${dashboards.size} dashboards are in the cluster`, (0,_showing_js__WEBPACK_IMPORTED_MODULE_1__/* .problemIn */ .D)(absent.map(name => `the dashboard ${name} is not in the cluster`)), 'deploy, with `monitoring.objects`')),
        ...(!silences.known
            ? unknown('M10', 'monitor-silences', silences.why)
            : silences.value.length === 0
                ? unknown('M10', 'monitor-silences', 'Alertmanager knows no silence of a release')
                : either('M10', 'monitor-silences', 'alerts are silenced during releases, and no silence outlives one', (0,_showing_js__WEBPACK_IMPORTED_MODULE_1__/* .problemIn */ .D)(left.map(each => `a silence since ${each.startsAt} outlives its release`)), 'run `slipway sweep`')),
    ];
}


/***/ }),

/***/ 69105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ problemIn),
/* harmony export */   E: () => (/* binding */ showing)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

function showing(asked, of, at) {
    const evidence = [{ asked, of, at: new Date(at).toISOString() }];
    const write = (status) => (ids, rule, what, remedy) => [ids].flat().map(id => ({
        ...{ id, rule, status, what, evidence, level: status === 'not-met' ? 'warning' : 'info' },
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .sw)({ remedy }),
    }));
    return {
        either: (ids, rule, good, problem, remedy) => problem === undefined ? write('met')(ids, rule, good) : write('not-met')(ids, rule, problem, remedy),
        unknown: write('unknown'),
        none: write('not-applicable'),
    };
}
function problemIn(problems) {
    const [first, ...more] = problems;
    return first === undefined || more.length === 0 ? first : `${first} (and ${more.length} more)`;
}


/***/ }),

/***/ 38501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ab: () => (/* binding */ policyVersionSchema),
/* harmony export */   eO: () => (/* binding */ policyNotices),
/* harmony export */   l6: () => (/* binding */ newestPolicy)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);

const versions = {
    1: 'rules for Dockerfiles, images and scans',
    2: 'rules for manifests and variables (`assess`, `env-policy`), and a report of all requirements (`report`)',
};
const newestPolicy = Math.max(...Object.keys(versions).map(Number));
const problem = `is not a version of the policy; write ${newestPolicy}, the newest one, or use a later version of Slipway`;
const policyVersionSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr({ error: problem })
    .min(1, { error: problem })
    .max(newestPolicy, { error: problem });
const policyNotices = (version) => version === undefined
    ? []
    : Object.entries(versions)
        .filter(([each]) => Number(each) > version)
        .map(([each, added]) => `\`policy-version: ${version}\` is old: version ${each} adds ${added}; read docs/assess.md, then set \`policy-version: ${newestPolicy}\``);


/***/ }),

/***/ 90927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nounOf: () => (/* binding */ nounOf),
/* harmony export */   predicates: () => (/* binding */ predicates),
/* harmony export */   typesOf: () => (/* binding */ typesOf)
/* harmony export */ });
const predicates = {
    signature: 'https://sigstore.dev/cosign/sign/v1',
    provenance: 'https://slsa.dev/provenance/v1',
    cyclonedx: 'https://cyclonedx.org/bom',
    spdx: 'https://spdx.dev/Document',
    scan: 'https://cosign.sigstore.dev/attestation/vuln/v1',
    verification: 'https://slipway.dev/attestation/verification/v1',
};
const typesOf = {
    signature: [predicates.signature],
    provenance: [predicates.provenance],
    sbom: [predicates.cyclonedx, predicates.spdx],
    scan: [predicates.scan],
};
const nounOf = {
    signature: 'signature',
    provenance: 'provenance',
    sbom: 'SBOM',
    scan: 'scan result',
};


/***/ }),

/***/ 55914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ shortDigests)
/* harmony export */ });
const shortDigests = (text) => text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');


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
        canaryProblem(check, response, known.secretOf) ??
        bodyProblem(check, response, quote);
    return reason === undefined ? { ok: true } : { ok: false, reason };
}
const isSecret = (check) => check.as !== undefined ||
    check.send?.secrets !== undefined ||
    check.cookies !== undefined ||
    check['canary-secret'] !== undefined;
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
    const wantsJson = [check.json, check['canary-secret']].some(each => each !== undefined) || isJsonType(check.type);
    if ((!wantsJson && check.not !== 'html') || !isHtml(response))
        return undefined;
    const place = wantsJson ? 'where JSON was expected' : 'where none was expected';
    return `answered ${response.status} with HTML ${place}: a single-page app's fallback answers anything`;
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
            return `answered with ${isSecret(check) ? `another ${name}` : `${name} "${quote(value)}"`}, expected "${expected}"`;
    }
    return undefined;
}
function cookiesProblem({ cookies = [] }, { cookies: set = [] }) {
    for (const name of cookies) {
        const cookie = set.find(each => each.startsWith(`${name}=`));
        if (cookie === undefined)
            return `set no cookie ${name}`;
        const [pair = '', ...attributes] = cookie.split(';');
        const has = (pattern) => attributes.some(each => pattern.test(each.trim()));
        const expires = attributes.find(each => /^\s*expires\s*=/i.test(each))?.replace(/^[^=]*=/, '') ?? '';
        if (pair.trim() === `${name}=` || has(/^max-age\s*=\s*(0+$|-)/i) || Date.parse(expires) <= Date.now())
            return `deleted the cookie ${name}`;
        const lacking = [
            ...(has(/^secure$/i) ? [] : ['Secure']),
            ...(has(/^httponly$/i) ? [] : ['HttpOnly']),
            ...(has(/^samesite=(strict|lax|none)$/i) ? [] : ['SameSite']),
        ];
        if (lacking.length > 0)
            return `set the cookie ${name} without ${lacking.join(', ')}`;
    }
    return undefined;
}
function canaryProblem(check, { body }, secretOf) {
    const expected = Object.entries(check['canary-secret'] ?? {});
    const document = expected.length === 0 ? undefined : (0,map/* jsonIn */.Yf)(body);
    for (const [path, variable] of expected) {
        const value = valueAt(document, parseJsonPath(path) ?? []);
        if (value === undefined)
            return `answered without ${path}, expected the value of ${variable}`;
        if (value !== secretOf(variable))
            return `answered with another ${path} than the value of ${variable}: the application cannot decrypt it, or it was changed`;
    }
    return undefined;
}
function jsonProblem(check, { body }, quote) {
    if (check.json === undefined)
        return undefined;
    let document;
    try {
        document = JSON.parse(body);
    }
    catch {
        return `answered with something that is not JSON${isSecret(check) ? '' : quotedBody(quote(body))}`;
    }
    for (const [path, expected] of Object.entries(check.json)) {
        const steps = parseJsonPath(path);
        const value = steps === undefined ? undefined : valueAt(document, steps);
        if (value === undefined)
            return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
        if (value !== expected)
            return `answered with ${isSecret(check) ? 'another value' : scalar(value, quote)} for ${path}, expected ${JSON.stringify(expected)}`;
    }
    return undefined;
}
function bodyProblem(check, { body }, quote) {
    if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body))
        return undefined;
    const got = body === '' ? 'an empty body' : isSecret(check) ? 'another body' : `the body "${quote(body)}"`;
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
/* harmony export */   IP: () => (/* binding */ isSafe),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   ZK: () => (/* binding */ requestName),
/* harmony export */   fq: () => (/* binding */ pauseBetween),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   uX: () => (/* binding */ longestAttempt)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35831);
/* harmony import */ var _assertions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78155);


const isSafe = ({ method }) => method === undefined || method === 'HEAD';
const requestName = ({ method, get, as }) => `${method ?? 'GET'} ${get}${as === undefined ? '' : ` as ${as}`}`;
const sentenceOf = (result) => `${result.title} ${result.reason}`;
const causedBy = ({ unsent }) => unsent === true ? { cause: 'environment' } : {};
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
    for (let attempts = 1;; attempts++) {
        const left = check.within - (clock.now() - start);
        const assessment = await ask(check, send, Math.max(1, Math.ceil(Math.min(left, longestAttempt))), judge);
        const limit = check['faster-than'];
        const latency = assessment.ok && limit !== undefined ? await measure(check, limit, send, clock, judge) : undefined;
        attempts += latency?.requests ?? 0;
        measured += latency === undefined ? 0 : 1;
        const ms = clock.now() - start;
        const detail = latency?.detail === undefined ? {} : { detail: latency.detail };
        const reason = assessment.ok ? latency?.reason : assessment.reason;
        if (reason === undefined)
            return { ...asked, ok: true, ...detail, attempts, ms };
        if (!isSafe(check) || ms + pauseBetween >= check.within || measured >= mostMeasurements)
            return {
                ...asked,
                ok: false,
                reason,
                ...causedBy(assessment.ok ? {} : assessment),
                ...detail,
                attempts,
                ms,
            };
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
        const assessment = answer.ok ? judge(check, answer.response) : answer;
        const requests = took.length;
        if (!assessment.ok)
            return { requests, reason: `${assessment.reason}, at request ${requests} of ${times}` };
        slow += ms > limit ? 1 : 0;
        if (slow > allowed)
            return {
                requests,
                reason: `took longer than ${limit} ms in ${slow} of ${requests} requests, expected 95 % of ${times} within it`,
            };
    }
    return {
        requests: times,
        detail: `95 % of ${times} requests within ${Math.ceil((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__/* .quantile */ .Y)(took, 0.95) ?? 0)} ms`,
    };
}


/***/ })

};
