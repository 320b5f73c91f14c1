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
/* harmony import */ var _rules_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29430);
/* harmony import */ var _scrape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93126);






function monitoringManifests(subject, url) {
    const { objects } = subject.settings;
    if (objects === 'none')
        return [];
    const made = objects === 'operator' ? operatorObjects(subject, url) : [ruleConfigMap(subject, url)];
    return [...made, ...dashboardConfigMaps(subject)].map(object => ({
        object,
        name: object.metadata.name,
        source: '`monitoring` in slipway.yml',
    }));
}
function made({ app, settings }, type, suffix, content, marks = {}) {
    const name = `slipway-${app}-${suffix}`;
    return {
        ...type,
        metadata: { name, labels: { ...settings.labels, [_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.app]: app, ...marks } },
        ...content,
    };
}
const configMap = { apiVersion: 'v1', kind: 'ConfigMap' };
const operator = { apiVersion: 'monitoring.coreos.com/v1' };
function operatorObjects(subject, url) {
    const { app, settings } = subject;
    const { pods } = settings.sources;
    const exporters = (0,_scrape_js__WEBPACK_IMPORTED_MODULE_5__/* .scrapeJobs */ .P)(subject).filter(job => job.static_configs !== undefined);
    return [
        made(subject, { ...operator, kind: 'PrometheusRule' }, 'rules', {
            spec: { groups: (0,_rules_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleGroups */ .z)(subject, url) },
        }),
        ...(pods === undefined
            ? []
            : [
                made(subject, { ...operator, kind: 'PodMonitor' }, 'pods', {
                    spec: {
                        selector: {},
                        podMetricsEndpoints: [
                            {
                                port: pods.port,
                                path: pods.path,
                                relabelings: (0,_scrape_js__WEBPACK_IMPORTED_MODULE_5__/* .podRelabeling */ .Z)(subject, pods.port).map(asOperator),
                            },
                        ],
                    },
                }),
            ]),
        ...exporters.map(({ job_name, static_configs }) => made(subject, { apiVersion: 'monitoring.coreos.com/v1alpha1', kind: 'ScrapeConfig' }, job_name.slice(`slipway-${app}-${subject.environment}-`.length), { spec: { jobName: job_name, staticConfigs: static_configs } })),
    ];
}
function asOperator(relabeling) {
    return Object.fromEntries(Object.entries(relabeling).map(([key, value]) => [
        key.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
        value,
    ]));
}
function ruleConfigMap(subject, url) {
    const { app, environment } = subject;
    const text = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ groups: (0,_rules_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleGroups */ .z)(subject, url) }, { lineWidth: 0 });
    return made(subject, configMap, 'rules', { data: { [`slipway-${app}-${environment}-${_bundle_js__WEBPACK_IMPORTED_MODULE_2__.bundleFiles.rules}`]: text } }, { prometheus_rule: '1' });
}
function dashboardConfigMaps(subject) {
    const { app, environment } = subject;
    return (0,_dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_3__/* .dashboardsOf */ .v)(subject).map(({ name, json }) => {
        const data = { [`slipway-${app}-${environment}-${name}.json`]: JSON.stringify(json) };
        return made(subject, configMap, `dashboard-${name}`, { data }, { grafana_dashboard: '1' });
    });
}


/***/ })

};
