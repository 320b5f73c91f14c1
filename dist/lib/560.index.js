export const id = 560;
export const ids = [560];
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
  alertmanagerOf: () => (/* reexport */ alertmanager_api.alertmanagerOf),
  alertsWith: () => (/* reexport */ alertmanager_api.alertsWith),
  checksumsThere: () => (/* reexport */ store_releases/* checksumsThere */.fA),
  containersOf: () => (/* reexport */ kinds/* containersOf */.Mz),
  expireSilence: () => (/* reexport */ alertmanager_api.expireSilence),
  exporterNames: () => (/* reexport */ subject.exporterNames),
  isOf: () => (/* reexport */ kinds/* isOf */.yW),
  isReleased: () => (/* reexport */ kinds/* isReleased */.OZ),
  isRestorable: () => (/* reexport */ store_releases/* isRestorable */.qX),
  isRestorableRelease: () => (/* reexport */ store_releases/* isRestorableRelease */.Vp),
  isWorker: () => (/* reexport */ workers/* isWorker */.xD),
  judgeAcceptance: () => (/* reexport */ acceptance/* judgeAcceptance */.Z),
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
  restorable: () => (/* reexport */ store_releases/* restorable */.wq),
  silencesFor: () => (/* reexport */ alertmanager_api.silencesFor),
  sourceJob: () => (/* reexport */ subject.sourceJob),
  spansOf: () => (/* reexport */ monitor.spansOf),
  templateOf: () => (/* reexport */ kinds/* templateOf */.kW),
  templatePointer: () => (/* reexport */ kinds/* templatePointer */.q4),
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
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js + 1 modules
var store_releases = __webpack_require__(24576);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var workloads_pods = __webpack_require__(90352);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/assess/conformance/showing.js
var showing = __webpack_require__(69105);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/releases.js




const strategies = [
    ['canary', 'C9'],
    ['blue-green', 'C8'],
    ['rolling', 'C10'],
];
function judgeReleases({ releases, live, pods, registry }, { images }, environmentName, { either, unknown, none }) {
    const current = releases.find(({ record }) => record.release === live);
    if (current === undefined)
        return either('C5', 'release-recorded', '', `there is no record of release ${live}, which serves`, 'find out who deleted or changed it, then release again');
    const { record, outcome } = current;
    const said = `release ${live}`;
    const unpinned = Object.entries(record.images).filter(([, image]) => !image.includes('@sha256:'));
    const unsigned = Object.keys(images).filter(name => record.signatures?.[name] === undefined);
    const missing = Object.keys(images).filter(name => record.images[name] === undefined);
    const earlier = releases.filter(each => each.record.release < live);
    const strategyOf = ({ record: { config } }) => {
        const found = (0,map/* isMap */.jh)(config) && (0,map/* isMap */.jh)(config.environments) ? config.environments[environmentName] : undefined;
        return (0,map/* isMap */.jh)(found) && (0,map/* isMap */.jh)(found.strategy) ? found : undefined;
    };
    const kindOf = (each) => strategyOf(each)?.strategy?.kind ?? 'rolling';
    const isGated = strategyOf(current)?.gate !== undefined && kindOf(current) !== 'rolling';
    return [
        ...either('C5', 'release-recorded', `${said} is recorded, with its outcome`, outcome === undefined ? `${said} has no outcome` : undefined, 'run `slipway sweep`'),
        ...either('Z3', 'release-origin', `${said} came from ${record.by.run}`, record.by.revision === undefined ? `${said} was made by hand, by ${record.by.actor}` : undefined, 'release from the pipeline'),
        ...either(['Z3', 'A7', 'I10'], 'release-digest', `${said} names its images by digest`, (0,showing/* problemIn */.D)(unpinned.map(([name]) => `${said} names the image ${name} by a tag`)), 'release again, without `adopt`'),
        ...either('Z2', 'release-images', `${said} has all images of slipway.yml`, (0,showing/* problemIn */.D)(missing.map(name => `${said} has no image ${name}`)), 'release all images together'),
        ...either('C6', 'release-verified', `${said} was verified`, outcome?.state === 'verified' ? undefined : `${said} was not verified`, 'run `slipway verify`'),
        ...either('Z5', 'release-signed', `the signatures of ${said} were verified`, (0,showing/* problemIn */.D)(unsigned.map(name => `${said} was made without a verified signature of ${name}`)), 'add `signing` to slipway.yml'),
        ...(earlier.length === 0
            ? unknown('C11', 'release-restorable', 'there is no earlier release')
            : either('C11', 'release-restorable', `release ${earlier.find(store_releases/* isRestorableRelease */.Vp)?.record.release} can be restored`, earlier.some(store_releases/* isRestorableRelease */.Vp) ? undefined : 'no earlier release can be restored', 'release a version that can be verified')),
        ...(isGated
            ? either('C7', 'release-gate', `a gate judged ${said}`, outcome?.state === 'failed' ? `${said} failed` : undefined)
            : []),
        ...strategies.flatMap(([kind, id]) => {
            const used = releases.filter(each => kindOf(each) === kind && each.record.source === 'released');
            const [last] = used;
            if (last === undefined)
                return none(id, `release-${kind}`, `no recorded release used the strategy ${kind}`);
            const { state, reason = '' } = last.outcome ?? {};
            const name = `the ${kind} release ${last.record.release}`;
            if (state === undefined)
                return unknown(id, `release-${kind}`, `${name} has no outcome`);
            return either(id, `release-${kind}`, `${name} ended as ${state}`, state === 'failed' ? `${name} failed: ${reason}`.slice(0, 300) : undefined, 'see its decision record');
        }),
        ...podResults(),
        ...registryResults(),
    ];
    function podResults() {
        const ids = ['A6', 'A7'];
        if (!pods.known)
            return unknown(ids, 'release-pods', pods.why);
        if (pods.value.length === 0)
            return unknown(ids, 'release-pods', 'none of its pods runs');
        const known = Object.values(record.images);
        const wrong = pods.value.filter(pod => !(0,workloads_pods/* isReady */.i_)(pod) || !pod.spec?.containers.some(({ image = '' }) => known.includes(image)));
        return either(ids, 'release-pods', `${pods.value.length} ready pods run the images of ${said}`, (0,showing/* problemIn */.D)(wrong.map(({ metadata }) => `the pod ${metadata?.name} is not ready, or runs no image of ${said}`)), 'run `slipway verify`');
    }
    function registryResults() {
        const ids = ['A4', 'A6', 'C15'];
        if (!registry.known)
            return unknown([...ids, 'I8'], 'registry-images', registry.why);
        const found = [...registry.value];
        const gone = found.filter(([, platforms]) => platforms === undefined);
        const lacking = found.flatMap(([name, platforms]) => (images[name]?.platforms ?? [])
            .filter(each => platforms?.includes(each) === false)
            .map(each => `the image ${name} lacks ${each}`));
        return [
            ...either(ids, 'registry-images', `the registry has ${found.length} images of ${said}`, (0,showing/* problemIn */.D)(gone.map(([name]) => `the registry has no image ${name} of ${said}`)), 'push it again, or roll back'),
            ...(gone.length > 0
                ? []
                : either('I8', 'registry-platforms', 'the images have all their platforms', (0,showing/* problemIn */.D)(lacking), 'build the image for that platform')),
        ];
    }
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/alerts/alertmanager-api.js
var alertmanager_api = __webpack_require__(17784);
// EXTERNAL MODULE: ./.build/js/src/monitoring/monitor.js
var monitor = __webpack_require__(42570);
// EXTERNAL MODULE: ./.build/js/src/monitoring/objects.js
var objects = __webpack_require__(62488);
// EXTERNAL MODULE: ./.build/js/src/monitoring/subject.js
var subject = __webpack_require__(36196);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workers = __webpack_require__(17121);
// EXTERNAL MODULE: ./.build/js/src/verify/acceptance.js + 9 modules
var verify_acceptance = __webpack_require__(58276);
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
        ...{ server: 'Alertmanager', path, request: { method, body }, read },
        ...{ patience: timeout, once: true },
    });
}
const silenceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[\w-]{1,100}$/),
    ...{ createdBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), comment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), startsAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() },
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ state: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['active', 'pending', 'expired']) }),
});
const alertSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    receivers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        state: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['active', 'suppressed', 'unprocessed']),
        ...{ silencedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), inhibitedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) },
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
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58790);
/* harmony import */ var _dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27523);
/* harmony import */ var _rules_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53454);
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
    const metadata = { name, labels: { ...settings.labels, [_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.app]: app, ...marks } };
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


/***/ })

};
