export const id = 6116;
export const ids = [6116];
export const modules = {

/***/ 30560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ReleaseStore: () => (/* reexport */ store_releases/* ReleaseStore */.T),
  about: () => (/* reexport */ kinds/* about */.Cv),
  acceptance: () => (/* reexport */ verify_acceptance/* acceptance */.m),
  acceptedSchema: () => (/* reexport */ acceptance/* acceptedSchema */.Z),
  alertmanagerOf: () => (/* reexport */ alertmanager_api.alertmanagerOf),
  alertsWith: () => (/* reexport */ alertmanager_api.alertsWith),
  containersOf: () => (/* reexport */ kinds/* containersOf */.Mz),
  expireSilence: () => (/* reexport */ alertmanager_api.expireSilence),
  exporterNames: () => (/* reexport */ subject.exporterNames),
  hasSucceeded: () => (/* reexport */ store_releases/* hasSucceeded */.yO),
  hasTemplate: () => (/* reexport */ store_releases/* hasTemplate */.rJ),
  isOf: () => (/* reexport */ kinds/* isOf */.yW),
  isReleased: () => (/* reexport */ kinds/* isReleased */.OZ),
  isWorker: () => (/* reexport */ workers/* isWorker */.xD),
  judgeAcceptance: () => (/* reexport */ acceptance/* judgeAcceptance */.q),
  judgeAlerting: () => (/* reexport */ monitoring/* judgeAlerting */.QW),
  judgeMonitoring: () => (/* reexport */ monitoring/* judgeMonitoring */.oU),
  judgeReleases: () => (/* reexport */ judgeReleases),
  keyOf: () => (/* reexport */ kinds/* keyOf */.TN),
  kindOf: () => (/* reexport */ kinds/* kindOf */.I),
  laterOf: () => (/* reexport */ store_releases/* laterOf */.eG),
  leasePath: () => (/* reexport */ kinds/* leasePath */.U8),
  liveRelease: () => (/* reexport */ monitor.liveRelease),
  manifestOf: () => (/* reexport */ kinds/* manifestOf */.$V),
  monitor: () => (/* reexport */ monitor.monitor),
  monitorSchema: () => (/* reexport */ monitoring/* monitorSchema */.ml),
  monitoringManifests: () => (/* reexport */ objects.monitoringManifests),
  monitoringSubject: () => (/* reexport */ subject.monitoringSubject),
  ownLabels: () => (/* reexport */ subject.ownLabels),
  ownSelector: () => (/* reexport */ subject.ownSelector),
  pace: () => (/* reexport */ monitor.pace),
  pathTo: () => (/* reexport */ kinds/* pathTo */.vs),
  podMatchers: () => (/* reexport */ subject.podMatchers),
  podTemplatesOf: () => (/* reexport */ kinds/* podTemplatesOf */.ab),
  readWorkers: () => (/* reexport */ workers/* readWorkers */.QF),
  refOf: () => (/* reexport */ kinds/* refOf */.H8),
  refOfKey: () => (/* reexport */ kinds/* refOfKey */.u$),
  referencesOf: () => (/* reexport */ kinds/* referencesOf */.CL),
  releaseOf: () => (/* reexport */ workers/* releaseOf */.l7),
  replicasOf: () => (/* reexport */ kinds/* replicasOf */.N4),
  repositoryOf: () => (/* reexport */ kinds/* repositoryOf */._M),
  requirePrometheus: () => (/* reexport */ subject.requirePrometheus),
  requireWorkers: () => (/* reexport */ workers/* requireWorkers */.pZ),
  silencesFor: () => (/* reexport */ alertmanager_api.silencesFor),
  sourceJob: () => (/* reexport */ subject.sourceJob),
  spansOf: () => (/* reexport */ monitor.spansOf),
  templateOf: () => (/* reexport */ kinds/* templateOf */.kW),
  templatePointer: () => (/* reexport */ kinds/* templatePointer */.q4),
  templatesIn: () => (/* reexport */ store_releases/* templatesIn */.bU),
  templatesOf: () => (/* reexport */ workers/* templatesOf */.r3),
  textOf: () => (/* reexport */ store_releases/* textOf */.b6),
  titleOf: () => (/* reexport */ kinds/* titleOf */.Gg),
  traitsOf: () => (/* reexport */ kinds/* traitsOf */.JC),
  typeOf: () => (/* reexport */ kinds/* typeOf */.QP),
  withUnlistedWorkers: () => (/* reexport */ workers.withUnlistedWorkers),
  workersIn: () => (/* reexport */ workers/* workersIn */.r0),
  workersOf: () => (/* reexport */ workers/* workersOf */.N)
});

// EXTERNAL MODULE: ./.build/js/src/assess/conformance/judges/acceptance.js
var acceptance = __webpack_require__(43020);
// EXTERNAL MODULE: ./.build/js/src/assess/conformance/judges/monitoring.js
var monitoring = __webpack_require__(21537);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js
var store_releases = __webpack_require__(46695);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/operations.js
var operations = __webpack_require__(78968);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var workloads_pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/assess/judgement.js
var judgement = __webpack_require__(16679);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/releases.js





function judgeReleases({ releases, live, pods, registry }, { images }, environmentName) {
    const current = releases.find(({ record }) => record.release === live);
    if (current === undefined)
        return {
            'release-recorded': (0,judgement/* unless */.NJ)(`release ${live} is live, but has no record`, '', 'find out who deleted or changed it, then release again'),
        };
    const { record, outcome } = current;
    const said = `release ${live}`;
    const names = Object.keys(images);
    const earlier = releases.filter(each => each.record.release < live);
    const restorable = earlier.find(store_releases/* hasSucceeded */.yO);
    const strategyOf = ({ record: { config } }) => {
        const found = (0,map/* isMap */.jh)(config) && (0,map/* isMap */.jh)(config.environments) ? config.environments[environmentName] : undefined;
        return (0,map/* isMap */.jh)(found) && (0,map/* isMap */.jh)(found.strategy) ? found : undefined;
    };
    const kindOf = (each) => strategyOf(each)?.strategy?.kind ?? 'rolling';
    const isGated = strategyOf(current)?.gate !== undefined && kindOf(current) !== 'rolling';
    return {
        'release-recorded': (0,judgement/* unless */.NJ)(outcome === undefined ? `${said} has no outcome` : [], `${said} is recorded, with its outcome`, (0,operations/* howToRun */.RG)('sweep')),
        'release-origin': (0,judgement/* unless */.NJ)(record.by.revision === undefined ? `${said} was made by hand, by ${record.by.actor}` : [], `${said} came from ${record.by.run}`, 'release from the pipeline'),
        'release-digest': (0,judgement/* unless */.NJ)(Object.entries(record.images)
            .filter(([, image]) => !image.includes('@sha256:'))
            .map(([name]) => `${said} names the image ${name} by a tag`), `${said} names its images by digest`, 'release again'),
        'release-images': (0,judgement/* unless */.NJ)(names.filter(name => record.images[name] === undefined).map(name => `${said} has no image ${name}`), `${said} has all images of slipway.yml`, 'release all images together'),
        'release-verified': (0,judgement/* unless */.NJ)(outcome?.state === 'verified' ? [] : `${said} was not verified`, `${said} was verified`, 'run `slipway verify`'),
        'release-signed': (0,judgement/* unless */.NJ)(names
            .filter(name => record.signatures?.[name] === undefined)
            .map(name => `${said} was made without a verified signature of ${name}`), `the signatures of ${said} were verified`, 'add `signing` to slipway.yml'),
        'release-restorable': earlier.length === 0
            ? (0,judgement/* unknown */.L5)('there is no earlier release')
            : (0,judgement/* unless */.NJ)(restorable === undefined ? 'no earlier release can be restored' : [], `release ${restorable?.record.release} can be restored`, 'release a version that can be verified'),
        'release-gate': isGated
            ? (0,judgement/* unless */.NJ)(outcome?.state === 'failed' ? `${said} failed` : [], `a gate judged ${said}`)
            : undefined,
        ...Object.fromEntries(['canary', 'blue-green', 'rolling'].map(kind => [
            `release-${kind}`,
            judgeStrategy(kind, releases.find(each => kindOf(each) === kind && each.record.source === 'released')),
        ])),
        'release-pods': pods.known
            ? judgePods(pods.value, Object.values(record.images), said)
            : (0,judgement/* unknown */.L5)(pods.why),
        ...judgeRegistry(registry, images, said),
    };
}
function judgeStrategy(kind, last) {
    if (last === undefined)
        return (0,judgement/* notApplicable */.hH)(`no recorded release used the strategy ${kind}`);
    const { state, reason = '' } = last.outcome ?? {};
    const name = `the ${kind} release ${last.record.release}`;
    if (state === undefined)
        return (0,judgement/* unknown */.L5)(`${name} has no outcome`);
    return (0,judgement/* unless */.NJ)(state === 'failed' ? `${name} failed: ${reason}`.slice(0, 300) : [], `${name} ended as ${state}`, 'see its decision record');
}
function judgePods(pods, known, said) {
    if (pods.length === 0)
        return (0,judgement/* unknown */.L5)('none of its pods runs');
    return (0,judgement/* unless */.NJ)(pods
        .filter(pod => !(0,workloads_pods/* isReady */.i_)(pod) || !pod.spec?.containers.some(({ image = '' }) => known.includes(image)))
        .map(({ metadata }) => `the pod ${metadata?.name} is not ready, or runs no image of ${said}`), `${pods.length} ready pods run the images of ${said}`, 'run `slipway verify`');
}
function judgeRegistry(registry, images, said) {
    if (!registry.known) {
        const silent = (0,judgement/* unknown */.L5)(registry.why);
        return { 'registry-images': silent, 'registry-platforms': silent };
    }
    const kept = [...registry.value];
    const gone = kept.filter(([, platforms]) => platforms === undefined);
    const lacking = kept.flatMap(([name, platforms]) => (images[name]?.platforms ?? [])
        .filter(each => platforms?.includes(each) === false)
        .map(each => `the image ${name} lacks ${each}`));
    return {
        'registry-images': (0,judgement/* unless */.NJ)(gone.map(([name]) => `the registry has no image ${name} of ${said}`), `the registry has ${kept.length} images of ${said}`, 'push it again, or roll back'),
        'registry-platforms': gone.length > 0
            ? undefined
            : (0,judgement/* unless */.NJ)(lacking, 'the images have all their platforms', 'build the image for that platform'),
    };
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/alerts/alertmanager-api.js
var alertmanager_api = __webpack_require__(17784);
// EXTERNAL MODULE: ./.build/js/src/monitoring/monitor.js
var monitor = __webpack_require__(42570);
// EXTERNAL MODULE: ./.build/js/src/monitoring/objects.js
var objects = __webpack_require__(62488);
// EXTERNAL MODULE: ./.build/js/src/monitoring/subject.js
var subject = __webpack_require__(36196);
// EXTERNAL MODULE: ./.build/js/src/verify/acceptance.js + 9 modules
var verify_acceptance = __webpack_require__(30956);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/workers.js
var workers = __webpack_require__(5259);
;// CONCATENATED MODULE: ./.build/js/src/actions/evidence-engine.js













/***/ }),

/***/ 17784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   alertmanagerOf: () => (/* binding */ alertmanagerOf),
/* harmony export */   alertsWith: () => (/* binding */ alertsWith),
/* harmony export */   expireSilence: () => (/* binding */ expireSilence),
/* harmony export */   silencesFor: () => (/* binding */ silencesFor)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _analysis_ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17905);
/* harmony import */ var _analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96391);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);




const timeout = 3_000;
function alertmanagerOf(settings, cluster, env) {
    const endpoint = (0,_analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointOf */ .X)(settings, cluster, env);
    const read = (body) => ({ ok: true, value: body });
    return (method, path, body) => (0,_analysis_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(endpoint, {
        server: 'Alertmanager',
        path,
        request: { method, body },
        read,
        patience: timeout,
        once: true,
    });
}
const silenceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[\w-]{1,100}$/),
    createdBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    comment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    startsAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ state: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['active', 'pending', 'expired']) }),
});
const alertSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    receivers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        state: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['active', 'suppressed', 'unprocessed']),
        silencedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        inhibitedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    }),
});
async function expireSilence(api, id) {
    const answer = await api('DELETE', `/api/v2/silence/${id}`);
    const isOver = !answer.ok && /\(404|answered 500: .*(not found|expired)/.test(answer.detail);
    return isOver ? { ok: true, value: '' } : answer;
}
const silencesFor = (api, labels) => listed(api, 'silences', labels, silenceSchema);
const alertsWith = (api, labels) => listed(api, 'alerts', labels, alertSchema);
async function listed(api, what, labels, schema) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(labels))
        query.append('filter', `${name}=${JSON.stringify(value)}`);
    const answer = await api('GET', `/api/v2/${what}?${query}`);
    if (!answer.ok)
        return answer;
    const parsed = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(schema).safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonIn */ .Yf)(answer.value));
    return parsed.success
        ? { ok: true, value: parsed.data }
        : { ok: false, detail: 'the response of Alertmanager is not that of its API v2' };
}


/***/ }),

/***/ 62488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   monitoringManifests: () => (/* binding */ monitoringManifests)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91490);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58790);
/* harmony import */ var _dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27523);
/* harmony import */ var _rules_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30113);
/* harmony import */ var _scrape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93126);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36196);







function monitoringManifests(subject) {
    const { objects } = subject.settings;
    if (objects === 'none')
        return [];
    const rules = objects === 'operator' ? operatorObjects(subject) : [ruleConfigMap(subject)];
    return [...rules, ...dashboardConfigMaps(subject)];
}
function made({ app, settings }, [apiVersion, kind], suffix, content, marks = {}) {
    const name = `slipway-${app}-${suffix}`;
    const metadata = { name, labels: { ...settings.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.app]: app, ...marks } };
    return { object: { apiVersion, kind, metadata, ...content }, name, source: '`monitoring` in slipway.yml' };
}
const configMap = ['v1', 'ConfigMap'];
const operator = 'monitoring.coreos.com/v1';
function operatorObjects(subject) {
    const { pods } = subject.settings.sources;
    const rules = made(subject, [operator, 'PrometheusRule'], 'rules', {
        spec: { groups: (0,_rules_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleGroups */ .z)(subject) },
    });
    const exporters = (0,_subject_js__WEBPACK_IMPORTED_MODULE_6__.exporterNames)(subject).map(source => {
        const { job_name, kubernetes_sd_configs, relabel_configs } = (0,_scrape_js__WEBPACK_IMPORTED_MODULE_5__/* .exporterJob */ .ln)(subject, source);
        const spec = {
            jobName: job_name,
            kubernetesSDConfigs: kubernetes_sd_configs.map(each => ({ ...each, role: 'EndpointSlice' })),
            relabelings: relabel_configs.map(asOperator),
        };
        return made(subject, [`${operator}alpha1`, 'ScrapeConfig'], source, { spec });
    });
    if (pods === undefined)
        return [rules, ...exporters];
    const endpoint = { ...pods, relabelings: (0,_scrape_js__WEBPACK_IMPORTED_MODULE_5__/* .podRelabeling */ .Zf)(subject, pods.port).map(asOperator) };
    const spec = { selector: {}, podMetricsEndpoints: [endpoint] };
    return [rules, made(subject, [operator, 'PodMonitor'], 'pods', { spec }), ...exporters];
}
const asOperator = (relabeling) => Object.fromEntries(Object.entries(relabeling).map(([key, value]) => [
    key.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
    value,
]));
function ruleConfigMap(subject) {
    const { app, environment } = subject;
    const text = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ groups: (0,_rules_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleGroups */ .z)(subject) }, { lineWidth: 0 });
    const data = { [`slipway-${app}-${environment}-${_bundle_js__WEBPACK_IMPORTED_MODULE_2__.bundleFiles.rules}`]: text };
    return made(subject, configMap, 'rules', { data }, { prometheus_rule: '1' });
}
const dashboardConfigMaps = (subject) => (0,_dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_3__/* .dashboardsOf */ .v)(subject).map(({ name, json }) => {
    const data = { [`slipway-${subject.app}-${subject.environment}-${name}.json`]: JSON.stringify(json) };
    return made(subject, configMap, `dashboard-${name}`, { data }, { grafana_dashboard: '1' });
});


/***/ }),

/***/ 26417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ recordedEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43852);
/* harmony import */ var _config_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13407);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);



function recordedEnvironment(record, name, today) {
    const recorded = readRecorded(record?.config, name);
    return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}
const recordedFields = _config_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentFields */ .p.pick({
    namespace: true,
    manifests: true,
    workload: true,
    workers: true,
    service: true,
    route: true,
    strategy: true,
    gateway: true,
    gate: true,
    hooks: true,
    reversible: true,
    unversioned: true,
    verify: true,
});
function readRecorded(config, name) {
    const { environments } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(config) ? config : {};
    const environment = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environments) && Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environment))
        return undefined;
    const kept = Object.entries(environment).filter(([key]) => key in recordedFields.shape);
    const written = zod__WEBPACK_IMPORTED_MODULE_2__/* .safeEncode */ .wy(recordedFields.partial(), Object.fromEntries(kept));
    return written.success ? recordedFields.safeParse(written.data).data : undefined;
}
function asAddressed({ gate, verify, manifests = [], ...recorded }, today) {
    const { cluster, repositories, trust, requires, recovery, 'take-over': takeOver } = today;
    const kept = Object.entries({
        cluster,
        repositories,
        trust,
        requires,
        recovery,
        'take-over': takeOver,
    }).filter(([, value]) => value !== undefined);
    const from = verify?.from ?? today.verify?.from;
    return {
        ...recorded,
        manifests,
        ...Object.fromEntries(kept),
        ...gateFor(gate, today.gate),
        ...(verify === undefined || from === undefined
            ? {}
            : { verify: { ...addressed(verify, today.verify), from } }),
    };
}
function gateFor(recorded, today) {
    if (recorded === 'checks')
        return today === 'checks' ? { gate: recorded } : {};
    if (recorded === undefined || today === undefined || today === 'checks')
        return {};
    return { gate: { ...recorded, prometheus: today.prometheus } };
}
function addressed({ checks, from }, today) {
    const { checks: _, from: __, ...rest } = today ?? { checks };
    return { ...rest, checks, ...(from === undefined ? {} : { from }) };
}


/***/ }),

/***/ 60311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y7: () => (/* binding */ withoutPort),
/* harmony export */   dy: () => (/* binding */ probe),
/* harmony export */   o4: () => (/* binding */ withoutBrackets)
/* harmony export */ });
/* unused harmony export largestBody */
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
            return { ok: false, reason: `did not answer within ${timeoutMs} ms` };
        if (!(error instanceof Error))
            throw error;
        const expired = 'code' in error && error.code === 'CERT_HAS_EXPIRED';
        return { ok: false, reason: failure(error, base), ...(expired ? { unsent: true, expired } : {}) };
    }
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


/***/ })

};
