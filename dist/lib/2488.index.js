export const id = 2488;
export const ids = [2488];
export const modules = {

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
