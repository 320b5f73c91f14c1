export const id = 9334;
export const ids = [9334,4377];
export const modules = {

/***/ 10900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aW: () => (/* binding */ statusSchema),
/* harmony export */   dU: () => (/* binding */ conformanceSchema),
/* harmony export */   fY: () => (/* binding */ idSchema),
/* harmony export */   lL: () => (/* binding */ excuseSchema),
/* harmony export */   vp: () => (/* binding */ assessmentEvidenceSchema)
/* harmony export */ });
/* unused harmony export conformanceJsonSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88159);


const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(4000);
const moment = zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$();
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0);
const idSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .requirementIds */ .aj).meta({
    description: 'The ID of a requirement; its letter is its section.',
});
const statusSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['met', 'not-met', 'unknown', 'not-applicable']).meta({
    description: '`unknown`: it could not be asked, and `what` says why. It never counts as met.',
});
const assessmentEvidenceSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ asked: text, of: text, at: moment })
    .meta({ description: 'What was asked, of whom, and when.' });
const excuseSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    by: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('exception'),
    owner: text,
    reason: text,
    expires: text,
});
const requirementSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: idSchema,
    status: statusSchema,
    what: text.meta({ description: 'What was found, or why it is unknown or not applicable.' }),
    evidence: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(assessmentEvidenceSchema),
    remedy: text.exactOptional(),
    rule: text.exactOptional().meta({ description: 'The check that decided.' }),
    level: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['error', 'warning', 'info']).exactOptional().meta({ description: 'Of a shortfall.' }),
    where: text.exactOptional().meta({ description: 'A file with its line, or an object.' }),
    excused: excuseSchema.exactOptional().meta({ description: 'Who accepts a shortfall, why, until when.' }),
});
const countsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...{ met: count, 'not-met': count, unknown: count, 'not-applicable': count },
});
const conformanceSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    app: text,
    environment: text,
    at: moment.meta({ description: 'When it was made.' }),
    by: text.meta({ description: 'The version of Slipway.' }),
    counts: countsSchema,
    requirements: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(requirementSchema).meta({ description: 'All requirements, in their order.' }),
    sources: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ of: text, at: moment, results: count }))
        .meta({ description: 'The evidence that was read, with the number of results.' }),
    notes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text),
    since: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        at: moment,
        counts: countsSchema,
        changed: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: idSchema, from: statusSchema, to: statusSchema })),
    })
        .exactOptional()
        .meta({ description: 'What changed since an earlier report.' }),
})
    .meta({ title: 'Slipway report of requirements' });
const conformanceJsonSchema = () => z.toJSONSchema(conformanceSchema, { io: 'input', target: 'draft-7' });


/***/ }),

/***/ 2192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conformanceReport: () => (/* binding */ conformanceReport),
  Z: () => (/* binding */ earlierReport)
});

// UNUSED EXPORTS: countsOf

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/assess/assessment.js
var assessment = __webpack_require__(81724);
// EXTERNAL MODULE: ./.build/js/src/assess/requirement.js
var requirement = __webpack_require__(88159);
// EXTERNAL MODULE: ./.build/js/src/assess/manifests/rules.js + 12 modules
var rules = __webpack_require__(43965);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/demands.js

const sources = {
    assess: 'run `slipway report` with access to the cluster',
    policy: 'pass `policy.json` of a scan in `reports`',
    build: 'run `build` with SLIPWAY_RECORDS, and pass its record in `reports`',
    plan: 'run `plan` with SLIPWAY_RECORDS, and pass its record in `reports`',
    test: 'run `test` with SLIPWAY_RECORDS, and pass its record in `reports`',
    scan: 'run `scan` with SLIPWAY_RECORDS, and pass its record in `reports`',
    stale: 'run `stale` with SLIPWAY_RECORDS, and pass its record in `reports`',
    restore: 'restore a masked copy with SLIPWAY_RECORDS, and pass its record in `reports`',
    replication: 'run `slipway replication` with `--tables` and SLIPWAY_RECORDS, and pass its record in `reports`',
    logs: 'run `slipway logs` with SLIPWAY_RECORDS, and pass its record in `reports`',
    alerts: 'run `alerts` with `operation: test` for each severity and SLIPWAY_RECORDS, and pass its records in `reports`',
    verify: 'add it to `verify` in slipway.yml; `dependencies` and `revoked` need a record of `verify`',
    monitor: 'add `monitoring` with a Prometheus to slipway.yml, and run `slipway report` with access to it',
    release: 'release with Slipway, and run `slipway report` with access to the cluster',
    registry: 'run `slipway report` with a login to the registry',
    backup: 'add `recovery` to slipway.yml, and pass the logins of its stores',
    schedule: 'add `recovery` to slipway.yml, and pass the logins of its stores',
    drill: 'run the drill, and pass its report in `reports`, or the logins of the stores that keep its record',
    audit: 'run `slipway audit verify` with SLIPWAY_RECORDS, and pass its record in `reports`',
    keys: 'pass the report of `slipway keys` in `reports`',
    cost: 'pass the report of `slipway cost` in `reports`',
};
const needs = {
    Z1: 'assess-neutral',
    Z2: 'release-images',
    Z3: 'release-origin release-digest',
    Z4: '=H1 =H4 =H5 =H6 =D14 =D15 =D16 =D17',
    Z5: '=S1 =S5 =S8 =S9 =S11 =C4 release-signed audit-chain',
    Z6: '=M1 =M2 =M4 =M5 =M7 =C7',
    Z7: '=P4 =P7 =P8 =P9 =P11',
    Z9: 'assess-version',
    A1: 'verify-html verify-api',
    A2: 'verify-dependencies monitor-pods',
    A3: 'verify-stores',
    A4: 'assess-nodes registry-images verify-checks',
    A5: 'verify-dependencies',
    A6: 'registry-images release-pods',
    A7: 'release-pods release-digest',
    I1: 'policy-stages',
    I2: 'build-size',
    I3: 'policy-frontend',
    I4: 'policy-backend',
    I5: 'trivy policy-rights',
    I6: 'policy-bases stale-bases',
    I7: 'policy-cache',
    I8: 'registry-platforms',
    I9: 'build-tags',
    I10: 'release-digest',
    K1: '*keys',
    K2: '*keys',
    K3: '=K1',
    K4: '*keys',
    K5: '*keys',
    K6: 'verify-canary',
    H2: 'verify-entrances',
    H3: 'replication-standbys|monitor-standbys',
    H5: '*drill',
    H6: '*drill',
    H7: 'replication-tables',
    H9: 'assess-complete',
    P1: 'monitor-signals',
    P2: 'monitor-business',
    P3: 'monitor-infrastructure',
    P4: '*cost',
    P7: '*cost',
    P8: '*cost',
    P9: '*cost',
    P10: 'verify-page',
    P11: '*cost',
    S1: 'verify-matrix',
    S2: 'verify-cookie',
    S3: 'verify-bearer',
    S4: 'verify-key',
    S7: 'verify-revoked',
    S8: 'verify-tls',
    S9: '*keys',
    S10: 'restore-masked',
    S11: 'monitor-audit audit-chain',
    M1: 'monitor-pods monitor-exporters',
    M2: 'monitor-rules alerts-delivered',
    M3: 'monitor-dashboards alerts-delivered',
    M4: 'alerts-delivered',
    M5: 'logs-structure',
    M6: 'logs-retention',
    M7: 'logs-nonce',
    M8: 'logs-leaks',
    M9: 'monitor-rules monitor-objectives',
    M10: 'monitor-silences',
    M11: 'alerts-critical alerts-warning alerts-info',
    M12: 'alerts-automatic',
    D1: 'backup-complete',
    D2: 'backup-fresh',
    D3: 'drill-restore|drill-region|drill-total',
    D4: 'backup-complete backup-volumes',
    D5: 'backup-full',
    D6: 'backup-incremental',
    D7: 'replication-archive',
    D8: 'backup-configuration',
    D9: 'backup-images',
    D10: 'backup-state',
    D11: 'drill-due',
    D12: 'drill-variety',
    D13: 'drill-measured',
    D14: 'drill-node|drill-pod',
    D15: 'drill-zone',
    D16: 'drill-region',
    D17: 'drill-total',
    D18: 'schedule-targets',
    C1: 'plan-pass',
    C2: 'build-digests',
    C3: 'test-pass',
    C4: 'scan-pass',
    C5: 'release-recorded',
    C6: 'verify-checks release-verified',
    C7: 'release-gate|monitor-health',
    C8: 'release-blue-green',
    C9: 'release-canary',
    C10: 'release-rolling',
    C11: 'release-restorable',
    C15: 'registry-images',
    C16: 'monitor-rules monitor-pods',
    C17: 'logs-store',
};
const ofSlipway = {
    Z8: 'it is a property of Slipway, whose tests release several unrelated applications',
    C12: 'it is a property of Slipway, whose tests run it with the variables of GitHub, GitLab and none',
    C13: 'it is a property of Slipway, whose tests run it in GitHub Actions, GitLab CI and Jenkins (docs/any-ci.md)',
};
const ofAssess = new Map(rules/* manifestRules */.f.map(({ rule, id }) => [rule, id]));
function needsOf(id, off = () => false) {
    const own = [...ofAssess].flatMap(([rule, of]) => of === id && !off(rule) ? [{ kind: 'rules', rules: [rule] }] : []);
    const more = (needs[id] ?? '').split(' ').filter(each => each !== '');
    return [
        ...own,
        ...more.map((each) => {
            if (each.startsWith('='))
                return { kind: 'requirement', id: each.slice(1) };
            if (each.startsWith('*'))
                return { kind: 'any', source: each.slice(1) };
            return { kind: 'rules', rules: each.split('|') };
        }),
    ];
}
const isOfManifests = (rule) => ofAssess.has(rule);
function sourceOf(rule) {
    const [prefix = ''] = rule.split('-');
    return !ofAssess.has(rule) && Object.hasOwn(sources, prefix) ? prefix : 'assess';
}

;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/decide.js




const ahead = 300_000;
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
    const dated = shown.flatMap(({ assessments, ...document }) => assessments.map(each => ({ document, each, key: `${each.id} ${each.rule}` })));
    const latest = new Map();
    for (const { document, key } of dated)
        latest.set(key, Math.max(latest.get(key) ?? 0, document.at));
    const current = dated.filter(({ document, key }) => document.at === latest.get(key));
    const judged = current.map(({ document, each }) => aged(each, document, now));
    return Map.groupBy(inOrder(judged), ({ id }) => id);
}
const inOrder = (all) => all
    .map(each => [JSON.stringify(each), each])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, each]) => each);
function aged(each, { of, at, counts }, now) {
    const unknown = (what) => ({
        ...{ id: each.id, rule: each.rule, status: 'unknown', level: 'info', what, evidence: each.evidence },
    });
    if (each.status === 'unknown')
        return each;
    if (at > now + ahead)
        return unknown(`the evidence in ${of} is from the future`);
    if (now - at > counts)
        return unknown(`the evidence in ${of} is ${days(now - at)} old, and ${days(counts)} are allowed`);
    if (each.status === 'met' && each.evidence.length === 0)
        return unknown(`${of} does not say what shows that ${each.what}`);
    return each;
}
const days = (ms) => {
    const count = Math.floor(ms / 86_400_000);
    return `${count} ${count === 1 ? 'day' : 'days'}`;
};
const longest = 600;
const mostEvidence = 12;
const joined = (all) => [...new Set(all.map(({ what }) => what))].join('; ').slice(0, longest);
const distinct = (all) => [...new Map(all.map(each => [JSON.stringify(each), each])).values()].slice(0, mostEvidence);
function decide(id, own, deciding, other) {
    const fixed = ofSlipway[id];
    if (fixed !== undefined)
        return { id, status: 'not-applicable', what: fixed, evidence: [] };
    const needs = needsOf(id, deciding.off);
    const needed = new Set(needs.flatMap(need => (need.kind === 'rules' ? need.rules : [])));
    const parts = [
        ...needs.map(need => partOf(need, own, deciding, other)),
        ...own.filter(({ rule, status }) => !needed.has(rule) && status !== 'not-applicable').map(one),
    ];
    const having = (status) => parts.filter(each => each.status === status);
    const shortfalls = having('not-met');
    const short = shortfalls.find(({ excused }) => excused === undefined) ?? shortfalls[0];
    const said = (found) => found && { ...found, id, what: found.what.slice(0, longest), evidence: distinct(found.evidence ?? []) };
    const found = said(short) ?? said(having('unknown')[0]);
    if (found !== undefined)
        return found;
    const met = having('met');
    if (met.length > 0) {
        const what = joined(met);
        return { id, status: 'met', what, evidence: distinct(met.flatMap(each => each.evidence ?? [])) };
    }
    const [none] = parts;
    return none === undefined
        ? { id, status: 'unknown', what: 'nothing was asked about it', evidence: [], remedy: sources.assess }
        : { id, status: 'not-applicable', what: none.what, evidence: [] };
}
function partOf(need, own, { silent }, other) {
    if (need.kind === 'requirement') {
        const { status, what, remedy, excused, evidence } = other(need.id);
        if (status === 'met')
            return { status, what: `${need.id} is met`, evidence };
        return { status, what: `${need.id}: ${what}`, ...(0,map/* defined */.sw)({ remedy, excused }) };
    }
    const about = own.filter(({ rule }) => need.kind === 'any' ? !isOfManifests(rule) : need.rules.includes(rule));
    if (about.length === 0) {
        const source = need.kind === 'any' ? need.source : sourceOf(need.rules[0] ?? '');
        const why = silent[source];
        const what = why ?? `nothing shows it (${need.kind === 'any' ? need.source : need.rules.join(' or ')})`;
        return { status: 'unknown', what, remedy: sources[source] };
    }
    if (need.kind === 'any')
        return together(about);
    const byRule = [...Map.groupBy(about, ({ rule }) => rule).values()].map(together);
    const order = ['not-met', 'met', 'unknown', 'not-applicable'];
    return byRule.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0];
}
function together(all) {
    const short = (0,assessment.worstFirst)((0,assessment.shortfallsIn)(all))[0] ?? all.find(({ status }) => status === 'not-met');
    const unknown = all.find(({ status }) => status === 'unknown');
    if (short !== undefined)
        return one(short);
    if (unknown !== undefined)
        return one(unknown);
    const met = all.filter(({ status }) => status === 'met');
    if (met.length === 0)
        return one(all[0]);
    return {
        status: 'met',
        what: joined(met),
        evidence: met.flatMap(({ evidence }) => evidence),
    };
}
function one(found) {
    const { status, what, level, rule, evidence, excused } = found;
    const isOpen = status === 'not-met' || status === 'unknown';
    const remedy = found.remedy ?? (isOpen ? sources[sourceOf(rule)] : undefined);
    const where = (0,assessment.placeText)(found);
    return {
        ...{ status, what, rule, evidence: [...evidence] },
        ...(status === 'not-met' ? { level } : {}),
        ...(0,map/* defined */.sw)({ remedy, excused, where: where === '' ? undefined : where }),
    };
}

// EXTERNAL MODULE: ./.build/js/src/assess/conformance/report-schema.js
var report_schema = __webpack_require__(10900);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/report.js


function conformanceReport(request) {
    const { app, environment, by, notes, shown, now, before } = request;
    const requirements = decideAll(request);
    return {
        ...{ schema: 1, app, environment, at: new Date(now).toISOString(), by },
        ...{ counts: countsOf(requirements), requirements },
        sources: shown
            .map(({ of, at, assessments }) => ({
            ...{ of, at: new Date(at).toISOString(), results: assessments.length },
        }))
            .sort((a, b) => (`${a.of} ${a.at}` < `${b.of} ${b.at}` ? -1 : 1)),
        notes: [...notes],
        ...(before === undefined ? {} : { since: sinceOf(before, requirements) }),
    };
}
function countsOf(requirements) {
    const of = (wanted) => requirements.filter(({ status }) => status === wanted).length;
    return {
        ...{ met: of('met'), 'not-met': of('not-met') },
        ...{ unknown: of('unknown'), 'not-applicable': of('not-applicable') },
    };
}
function sinceOf(before, requirements) {
    const was = new Map(before.requirements.map(({ id, status }) => [id, status]));
    const changed = requirements.flatMap(({ id, status: to }) => {
        const from = was.get(id) ?? 'unknown';
        return from === to ? [] : [{ id, from, to }];
    });
    return { at: before.at, counts: before.counts, changed };
}
function earlierReport(value, app, environment) {
    const read = report_schema/* conformanceSchema */.dU.safeParse(value);
    if (!read.success)
        return 'it is no report of requirements with `schema: 1`';
    const { data } = read;
    if (data.app !== app || data.environment !== environment)
        return `it is about ${data.app} in ${data.environment}`;
    const ids = new Set(data.requirements.map(({ id }) => id));
    return ids.size === data.requirements.length ? data : 'it names a requirement twice';
}


/***/ }),

/***/ 88159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ln: () => (/* binding */ requirements),
/* harmony export */   V0: () => (/* binding */ sections),
/* harmony export */   ZE: () => (/* binding */ sectionOf),
/* harmony export */   aj: () => (/* binding */ requirementIds)
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
const requirements = {
    Z1: 'No part depends on one cloud',
    Z2: 'Several images and workloads are one release',
    Z3: 'One automated flow from commit to production',
    Z4: 'Failures of every size are tolerated',
    Z5: 'Security and compliance have proof',
    Z6: 'What happens in production can be seen',
    Z7: 'Cost is known and limited',
    Z8: 'Nothing depends on one application',
    Z9: 'The policy has versions and follows new practice',
    A1: 'The frontend and the API both answer as what they are',
    A2: 'Application, authentication and monitoring run as services',
    A3: 'Database, cache and file storage answer',
    A4: 'Cluster, load balancer and registry are ready',
    A5: 'Each part reaches the parts that it needs',
    A6: 'The cluster can pull the images and send requests to ready pods',
    A7: 'Several ways of delivery give the same result',
    I1: 'Images are built in stages, from pinned base images',
    I2: 'Images stay within their size budget',
    I3: 'Packages of the frontend come from the lock file',
    I4: 'Packages of the backend come from the lock file',
    I5: 'Programs run with as few rights as possible',
    I6: 'Base images are slim, allowed and current',
    I7: 'Builds use a cache',
    I8: 'Images exist for every platform',
    I9: 'Build arguments and tags are planned before the build',
    I10: 'Releases never depend on a moving tag',
    K1: 'Stored secrets can be decrypted with the current key',
    K2: 'Stored settings are encrypted',
    K3: 'Encryption is symmetric and authenticated',
    K4: 'The key can be rotated',
    K5: 'Sensitive fields are encrypted, and only those',
    K6: 'The application reads an encrypted secret after a release',
    K7: 'Each variable is kept where its class demands',
    K8: 'Secrets come from a key service or an encrypted store',
    H1: 'Two instances run in each of three zones',
    H2: 'The load balancer of each zone answers',
    H3: 'The database replicates to the other zones',
    H4: 'The health of every container is checked',
    H5: 'A failed container is restarted',
    H6: 'Traffic leaves a failed or ending instance without errors',
    H7: 'Replicas hold the same data',
    H8: 'Workloads are valid, sized and updated in steps',
    H9: 'There are complete manifests',
    P1: 'Processor, memory, latency and requests are measured',
    P2: 'Business figures are measured',
    P3: 'Network, disk, connections and cache are measured',
    P4: 'Cost has a limit',
    P5: 'Use has quotas',
    P6: 'The number of instances follows the load',
    P7: 'Cost is reported in detail',
    P8: 'Autoscaling saves computing',
    P9: 'Compression and deduplication save storage',
    P10: 'Caching saves network traffic',
    P11: 'Connection pools fit the database',
    S1: 'Every request is authenticated and authorized',
    S2: 'Cookies of people are protected',
    S3: 'Bearer tokens are checked',
    S4: 'API keys are checked and expire',
    S5: 'Rights follow roles',
    S6: 'Rights and connections are granted one by one',
    S7: 'A withdrawn right is refused soon',
    S8: 'Transport is encrypted',
    S9: 'Stored data is encrypted',
    S10: 'Copies of data are masked',
    S11: 'Logins, rights and access are audited',
    M1: 'Application, infrastructure, database and cache are scraped',
    M2: 'Prometheus, Grafana and alerts work',
    M3: 'There are dashboards, reports and notifications',
    M4: 'An alert reaches a person',
    M5: 'Logs are structured',
    M6: 'Logs are kept by level',
    M7: 'Logs of all services come together',
    M8: 'Logs hold no secrets',
    M9: 'Limits raise alarms',
    M10: 'Alarms are filtered',
    M11: 'Severity decides who is told',
    M12: 'Alarms are acted on automatically',
    D1: 'Production is described completely',
    D2: 'Backups are scheduled and archived',
    D3: 'A recovery environment can be created',
    D4: 'Everything has a backup and a way back',
    D5: 'Full backups are weekly',
    D6: 'Incremental backups are daily',
    D7: 'Important data is replicated at once',
    D8: 'Configuration is backed up by version',
    D9: 'Images of releases are kept',
    D10: 'State of sessions is backed up',
    D11: 'Restores are rehearsed regularly',
    D12: 'Many disasters are rehearsed',
    D13: 'The time to recover is measured',
    D14: 'The loss of a machine costs no data',
    D15: 'The loss of a zone is recovered in time',
    D16: 'The loss of a region is recovered in time',
    D17: 'The loss of everything is recovered in time',
    D18: 'Schedules can meet their objectives',
    C1: 'Every commit has its own plan',
    C2: 'Builds give digests',
    C3: 'Tests give reports and stop bad commits',
    C4: 'Vulnerabilities stop a release',
    C5: 'Releases are checked, applied and recorded',
    C6: 'Releases are accepted by tests',
    C7: 'Metrics judge a release',
    C8: 'Blue-green releases lose no request',
    C9: 'Canaries get traffic in steps',
    C10: 'Rolling updates stop early',
    C11: 'A stable version is back quickly',
    C12: 'More than one forge is supported',
    C13: 'More than one CI system is supported',
    C14: 'The supported versions of Kubernetes are known',
    C15: 'Several registries are supported',
    C16: 'Prometheus and Grafana are connected',
    C17: 'A log store is connected',
};
const requirementIds = Object.keys(requirements);
const sectionOf = (id) => sections[id[0]];


/***/ }),

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   hasLabels: () => (/* binding */ hasLabels),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   candidateOf: () => (/* binding */ candidateOf),
/* harmony export */   formatReference: () => (/* binding */ formatReference),
/* harmony export */   isDigest: () => (/* binding */ isDigest),
/* harmony export */   isOfCloud: () => (/* binding */ isOfCloud),
/* harmony export */   isTag: () => (/* binding */ isTag),
/* harmony export */   parseReference: () => (/* binding */ parseReference),
/* harmony export */   parseRepository: () => (/* binding */ parseRepository),
/* harmony export */   pinned: () => (/* binding */ pinned),
/* harmony export */   repositoryIn: () => (/* binding */ repositoryIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
const ofClouds = /\.amazonaws\.com(\.cn)?$|(^|[.-])(docker\.pkg\.dev|gcr\.io|azurecr\.io)$|^public\.ecr\.aws$/;
const isOfCloud = (registry) => ofClouds.test(registry);
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
const repositoryIn = (from, image) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('from', ['candidate', 'release'], from) === 'release' ? image.repository : candidateOf(image);
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
        throw malformed(text, 'it looks like an image ID');
    return { registry, repository: `${registry}/${path}`, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ tag, digest: writtenDigest }) };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write only the repository');
}
function pinned(reference) {
    const { repository, digest } = parseReference(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
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
        : `${quoted(component)} has uppercase letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 75507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ requireReleasable),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__.requireWorkers)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(environment.workload)} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`, 'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`');
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isReleased)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(object)
        .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(spec))
        .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))));
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${kind}/${name}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ }),

/***/ 17121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isWorker: () => (/* binding */ isWorker),
/* harmony export */   readWorkers: () => (/* binding */ readWorkers),
/* harmony export */   releaseOf: () => (/* binding */ releaseOf),
/* harmony export */   requireWorkers: () => (/* binding */ requireWorkers),
/* harmony export */   templatesOf: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   workersIn: () => (/* binding */ workersIn),
/* harmony export */   workersOf: () => (/* binding */ workersOf)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75181);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isOf)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf));
    const unlisted = manifests.flatMap(({ object }) => {
        const runsOurs = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(object)
            .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(spec))
            .some(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))));
        if (!runsOurs || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isReleased)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.refOf)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isOf)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.refOf)(worker));
        const used = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))))) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
const takes = (selector, workload) => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .selects */ .ko)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.pathTo)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(lives) {
    return Object.fromEntries(Object.entries(lives).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ }),

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function tokenOn(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = tokenOn(object, app);
    if (present > token)
        throw new Error(`fencing token ${present} is above token ${token} of ${app}`);
    if (present === token)
        return [];
    const { annotations, uid, resourceVersion } = object.metadata ?? {};
    const unchanged = annotations?.[name] === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
        : { op: 'test', path: annotationPointer(name), value: annotations[name] };
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        unchanged,
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isRestoredByWatchdog(object, { app, token }, since) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= since && by <= token;
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
