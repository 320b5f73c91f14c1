export const id = 8790;
export const ids = [8790,2835,6342];
export const modules = {

/***/ 76925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ alertmanagerConfig),
/* harmony export */   D6: () => (/* binding */ receiverName)
/* harmony export */ });
/* unused harmony export secretsFolder */
/* harmony import */ var _config_channels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74790);
/* harmony import */ var _rules_alert_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45243);


const secretsFolder = '/etc/alertmanager/secrets';
function alertmanagerConfig(subject) {
    const { app, environment, settings } = subject;
    const receivers = _config_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.map(severity => ({
        name: receiverName(subject, severity),
        ...sectionsOf((0,_config_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .channelsFor */ .E)(settings.receivers, severity)),
    }));
    const own = [`app="${app}"`, `environment="${environment}"`];
    return {
        route: {
            receiver: receiverName(subject, 'warning'),
            group_by: ['app', 'environment', 'severity'],
            ...{ group_wait: '15s', group_interval: '5m', repeat_interval: '12h' },
            routes: _config_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.map(severity => ({
                receiver: receiverName(subject, severity),
                matchers: [...own, `severity="${severity}"`],
                ...(severity === 'critical' ? { group_wait: '5s', repeat_interval: '1h' } : {}),
                routes: [
                    {
                        matchers: [`alertname="${_rules_alert_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkAlert */ .PS}"`],
                        group_by: ['app', 'environment', 'severity', 'check'],
                        ...{ group_wait: '1s', group_interval: '30s' },
                    },
                ],
            })),
        },
        inhibit_rules: [
            inhibit('critical', 'warning|info', ['app', 'environment', 'objective']),
            {
                source_matchers: [...own, 'alertname="SlipwayTargetsMissing"'],
                target_matchers: [...own, 'alertname="SlipwayTargetDown"'],
                equal: ['app', 'environment'],
            },
        ],
        receivers,
    };
    function inhibit(source, target, equal) {
        return {
            source_matchers: [...own, `severity="${source}"`, 'objective!=""'],
            target_matchers: [...own, `severity=~"${target}"`, 'objective!=""'],
            equal,
        };
    }
}
const receiverName = ({ app, environment }, severity) => `slipway-${app}-${environment}-${severity}`;
function sectionsOf(channels) {
    const sections = {};
    for (const channel of channels) {
        const [key, section] = sectionOf(channel);
        sections[key] = [...(sections[key] ?? []), section];
    }
    return sections;
}
function sectionOf({ slack, teams, email, sns, webhook }) {
    const resolved = { send_resolved: true };
    if (slack !== undefined)
        return ['slack_configs', { ...resolved, api_url_file: secretFile(slack), title: title, text: body }];
    if (teams !== undefined)
        return [
            'msteamsv2_configs',
            { ...resolved, webhook_url_file: secretFile(teams), title: title, text: body },
        ];
    if (sns !== undefined) {
        const region = sns.topic.split(':')[3] ?? '';
        return [
            'sns_configs',
            { ...resolved, topic_arn: sns.topic, sigv4: { region }, subject: title, message: `${title}\n${body}` },
        ];
    }
    if (email !== undefined) {
        const { to, from, server, tls, username, password } = email;
        return [
            'email_configs',
            {
                ...resolved,
                ...{ to: to.join(', '), from, smarthost: server, require_tls: tls },
                ...(username === undefined ? {} : { auth_username: username }),
                ...(password === undefined ? {} : { auth_password_file: secretFile(password) }),
                headers: { Subject: title },
                text: body,
            },
        ];
    }
    return ['webhook_configs', { ...resolved, url_file: secretFile(webhook ?? '') }];
}
const secretFile = (variable) => `${secretsFolder}/${variable}`;
const title = '[{{ .Status | toUpper }}] {{ .CommonLabels.app }} in {{ .CommonLabels.environment }}: {{ len .Alerts }} {{ .CommonLabels.severity }} alert(s)';
const body = '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.description }}\n{{ end }}';


/***/ }),

/***/ 58790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bundleFiles: () => (/* binding */ bundleFiles),
/* harmony export */   bundleOf: () => (/* binding */ bundleOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _alert_routing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76925);
/* harmony import */ var _dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27523);
/* harmony import */ var _rules_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29430);
/* harmony import */ var _scrape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93126);





const bundleFiles = {
    rules: 'rules.yml',
    scrape: 'scrape.yml',
    alertmanager: 'alertmanager.yml',
};
function bundleOf(subject, url) {
    const groups = (0,_rules_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleGroups */ .z)(subject, url);
    const rules = groups.flatMap(group => group.rules);
    const dashboards = (0,_dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_1__/* .dashboardsOf */ .v)(subject);
    const yaml = (value) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(value, { lineWidth: 0 });
    return {
        files: {
            [bundleFiles.rules]: yaml({ groups }),
            [bundleFiles.scrape]: yaml({ scrape_configs: (0,_scrape_js__WEBPACK_IMPORTED_MODULE_3__/* .scrapeJobs */ .P)(subject) }),
            [bundleFiles.alertmanager]: yaml((0,_alert_routing_js__WEBPACK_IMPORTED_MODULE_4__/* .alertmanagerConfig */ .A0)(subject)),
            ...Object.fromEntries(dashboards.map(({ name, json }) => [`dashboards/${name}.json`, `${JSON.stringify(json, null, 2)}\n`])),
        },
        rules: rules.length,
        alerts: rules.filter(rule => 'alert' in rule).length,
        dashboards: dashboards.length,
    };
}


/***/ }),

/***/ 27523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ dashboardsOf)
});

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/application.js
var application = __webpack_require__(57646);
// EXTERNAL MODULE: ./.build/js/src/monitoring/signals.js
var monitoring_signals = __webpack_require__(2561);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/dashboards/panel.js

const tooHigh = (limits) => [
    [null, 'green'],
    ...(limits.warning === undefined ? [] : [[limits.warning, 'orange']]),
    ...(limits.critical === undefined ? [] : [[limits.critical, 'red']]),
];
const tooLow = (limits) => [
    [null, 'red'],
    [limits.critical, limits.warning === undefined ? 'green' : 'orange'],
    ...(limits.warning === undefined ? [] : [[limits.warning, 'green']]),
];
const single = (title, unit, expr, { legend = title, ...more } = {}) => ({ title, unit, queries: [{ expr, legend }], ...more });
function signalPanels(subject, groups, bands = {}) {
    const signals = (0,monitoring_signals/* signalsOf */.B)(subject).filter(({ group }) => groups.includes(group));
    const panels = Map.groupBy(signals, ({ group, title }) => (group === 'latency' ? 'Latency' : title));
    return [...panels].flatMap(([title, [first, ...more]]) => {
        if (first === undefined)
            return [];
        const band = bands[first.name];
        const queries = [first, ...more].map(each => ({ expr: (0,monitoring_signals/* recorded */.t)(each, subject), legend: each.title }));
        return [{ title, unit: first.unit, queries, ...(band === undefined ? {} : { bands: band }) }];
    });
}

;// CONCATENATED MODULE: ./.build/js/src/monitoring/dashboards/data.js


function dataDashboard(subject) {
    const bands = { connections: tooHigh({ warning: application/* fullest */.Cq.connections }) };
    const signals = signalPanels(subject, ['data'], bands);
    const isCache = ({ title }) => title === 'Cache hits';
    return {
        ...{ name: 'data', description: 'Database, replication, cache and volumes.', range: '6h' },
        rows: {
            Database: [...signals.filter(each => !isCache(each)), ...postgresPanels(subject)],
            Cache: [...signals.filter(isCache), ...redisPanels(subject)],
            Volumes: hasVolumes(subject) ? [volumePanel(subject)] : [],
        },
    };
}
const hasVolumes = ({ workload, recovery, settings: { sources } }) => workload.kind === 'StatefulSet' || (recovery ?? sources.postgres ?? sources.redis) !== undefined;
const volumePanel = (subject) => single('Space left', 'share', (0,application/* volumeLeft */.Am)(subject), {
    ...{ legend: '{{persistentvolumeclaim}}', bands: tooLow(application/* leastLeft */.Bn) },
});
function postgresPanels({ namespace, settings: { sources } }) {
    if (sources.postgres === undefined)
        return [];
    const rate = (metric) => `sum(rate(pg_stat_database_${metric}{namespace="${namespace}"}[5m]))`;
    const reads = `${rate('blks_hit')} / (${rate('blks_hit')} + ${rate('blks_read')} > 0)`;
    const deadlocks = `sum(increase(pg_stat_database_deadlocks{namespace="${namespace}"}[15m]))`;
    const size = `max by (datname) (pg_database_size_bytes{namespace="${namespace}",datname!~"template.*"})`;
    const transactions = [
        { expr: rate('xact_commit'), legend: 'committed' },
        { expr: rate('xact_rollback'), legend: 'rolled back' },
    ];
    return [
        { title: 'Transactions per second', unit: 'count', queries: transactions },
        single('Reads from the buffer cache', 'share', reads),
        single('Deadlocks in 15 minutes', 'count', deadlocks),
        single('Size of the databases', 'bytes', size, { legend: '{{datname}}' }),
    ];
}
function redisPanels({ namespace, settings: { sources } }) {
    if (sources.redis === undefined)
        return [];
    const own = `{namespace="${namespace}"}`;
    const rate = (metric) => `sum(rate(redis_${metric}_total${own}[5m]))`;
    return [
        single('Memory of the cache', 'bytes', `redis_memory_used_bytes${own}`, { legend: '{{instance}}' }),
        single('Commands per second', 'count', rate('commands_processed')),
        single('Evicted keys per second', 'count', rate('evicted_keys')),
    ];
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/recovery.js
var rules_recovery = __webpack_require__(98833);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/dashboards/recovery.js



function recoveryDashboard(subject) {
    return {
        ...{ name: 'recovery', description: 'Age of backups and drills, WAL archive, standbys.', range: '7d' },
        rows: {
            'Backups and drills': agePanels(subject),
            'WAL archive': archivePanels(subject),
            Standbys: standbyPanels(subject),
        },
    };
}
function agePanels(subject) {
    return (0,rules_recovery/* ageLimits */.eK)(subject.recovery).map(({ what, noun, most }) => single(`Age of the last ${noun}`, 'seconds', `time() - max(${(0,rules_recovery/* lastSuccess */.M1)(subject, what)})`, {
        ...{ shape: 'values', bands: tooHigh({ critical: most / 1000 }) },
        description: `At most ${(0,duration/* formatDuration */.a3)(most)}.`,
    }));
}
function archivePanels({ namespace, recovery }) {
    if (Object.keys(recovery?.databases ?? {}).length === 0)
        return [];
    const own = `{namespace="${namespace}"}`;
    const failed = `sum(increase(pg_stat_archiver_failed_count${own}[15m]))`;
    const archived = `sum(rate(pg_stat_archiver_archived_count${own}[5m]))`;
    const kept = [
        { expr: `max by (instance) (pg_wal_size_bytes${own})`, legend: '{{instance}}' },
        { expr: `3 * max(pg_settings_max_wal_size_bytes${own})`, legend: 'limit of the alert' },
    ];
    return [
        single('Failures to archive WAL in 15 minutes', 'count', failed, { bands: tooHigh({ critical: 1 }) }),
        single('Archived WAL segments per second', 'count', archived),
        { title: 'WAL on the disk of the database', unit: 'bytes', queries: kept },
    ];
}
function standbyPanels({ namespace, recovery }) {
    const databases = Object.values(recovery?.databases ?? {});
    if (recovery === undefined || databases.every(({ replicas }) => replicas.length === 0))
        return [];
    const behind = `max by (application_name) (pg_stat_replication_pg_wal_lsn_diff${(0,rules_recovery/* streamingStandbys */.Z6)(namespace)})`;
    return [
        ...(0,rules_recovery/* standbyPromises */.Al)(namespace, recovery).map(({ lag, count, within }) => single(`Standbys within ${(0,duration/* formatDuration */.a3)(lag)}`, 'count', within, {
            ...{ shape: 'values', bands: tooLow({ critical: count }) },
            description: `slipway.yml promises ${count}.`,
        })),
        single('Lag of each standby', 'bytes', behind, { legend: '{{application_name}}' }),
    ];
}

// EXTERNAL MODULE: ./.build/js/src/analysis/selector.js
var selector = __webpack_require__(11775);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/rollouts.js
var rollouts = __webpack_require__(40840);
// EXTERNAL MODULE: ./.build/js/src/monitoring/subject.js
var monitoring_subject = __webpack_require__(36196);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/burn-rate.js
var burn_rate = __webpack_require__(66998);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/dashboards/service.js





const lowBudget = 0.25;
function serviceDashboard(subject) {
    const ofLimit = single('Memory, share of the limit', 'share', (0,application/* memoryOfLimit */.e3)(subject), {
        legend: '{{pod}} {{container}}',
        bands: tooHigh({ warning: application/* fullest */.Cq.memory }),
    });
    return {
        ...{ name: 'service', description: 'Whether users get what the objectives promise.', range: '6h' },
        rows: {
            Objectives: [...objectivePanels(subject), ...alertPanels(subject)],
            'Golden signals': goldenSignals(subject),
            Saturation: [...signalPanels(subject, ['saturation']), ofLimit],
            Nodes: nodePanels(subject),
            Business: signalPanels(subject, ['business']),
        },
    };
}
function goldenSignals(subject) {
    const { availability, latency } = subject.objectives;
    return signalPanels(subject, ['traffic', 'errors', 'latency'], {
        errors: availability === undefined ? undefined : burnBands(subject, availability),
        'latency-p50': latency === undefined ? undefined : tooHigh({ critical: latency.under }),
    });
}
function burnBands({ objectives: { window } }, share) {
    const rates = [1, ...burn_rate/* burnLimits */.MZ.slice(0, 1).map(limit => (0,burn_rate/* burnRate */.g0)(limit, window))];
    const [warning = 1, critical = 1] = rates.map(rate => Number((rate * (1 - share)).toPrecision(8)));
    return tooHigh({ warning, critical });
}
function objectivePanels(subject) {
    const indicators = (0,burn_rate/* indicatorsOf */.md)(subject);
    if (indicators.length === 0)
        return [];
    const of = (record, objective) => (0,monitoring_subject.ownSelector)(record, subject, { objective });
    const windows = [...new Set(burn_rate/* burnLimits */.MZ.flatMap(({ short, long }) => [short, long]))].sort((a, b) => a - b);
    return [
        {
            ...{ title: 'Error budget left', unit: 'share', shape: 'values' },
            description: `Over ${(0,burn_rate/* rangeOf */.be)(subject.objectives.window)}. 100 % is untouched, below 0 is overspent.`,
            bands: tooLow({ warning: lowBudget, critical: 0 }),
            queries: indicators.map(({ objective }) => ({ expr: of(burn_rate/* budgetLeft */.Lj, objective), legend: objective })),
        },
        ...indicators.map(({ objective, share, bad }) => {
            const queries = windows.map(window => ({
                expr: of((0,burn_rate/* ratioOver */.o2)(window), objective),
                legend: `last ${(0,burn_rate/* rangeOf */.be)(window)}`,
            }));
            return { title: `Requests that ${bad}`, unit: 'share', queries, bands: burnBands(subject, share) };
        }),
    ];
}
function alertPanels(subject) {
    const { namespace, workload } = subject;
    const up = (0,selector/* narrowed */.fQ)('up', (0,monitoring_subject.podMatchers)(namespace, workload));
    const firing = (0,monitoring_subject.ownSelector)('ALERTS', subject, { slipway: 'true', alertstate: 'firing' });
    const queries = ['sum', 'count'].map(of => ({
        expr: `${of}(${up})`,
        legend: of === 'sum' ? 'reached' : 'all',
    }));
    return [
        single('Firing alerts', 'count', `count(${firing}) or vector(0)`, {
            ...{ shape: 'values', bands: tooHigh({ critical: 1 }) },
        }),
        { title: 'Pods that Prometheus reaches', unit: 'count', queries },
    ];
}
function nodePanels(subject) {
    if (subject.settings.sources.node === undefined)
        return [];
    const job = `job="${(0,application/* sourceJob */.Pm)(subject, 'node')}"`;
    const disks = `{${job},fstype!~"tmpfs|ramfs|overlay|squashfs"}`;
    const used = {
        CPU: `1 - avg by (instance) (rate(node_cpu_seconds_total{${job},mode="idle"}[5m]))`,
        Memory: `1 - node_memory_MemAvailable_bytes{${job}} / node_memory_MemTotal_bytes{${job}}`,
        'Fullest disk': `max by (instance) (1 - node_filesystem_avail_bytes${disks} / node_filesystem_size_bytes${disks})`,
    };
    return Object.entries(used).map(([what, expr]) => single(`${what} of the nodes`, 'share', expr, { legend: '{{instance}}' }));
}

;// CONCATENATED MODULE: ./.build/js/src/monitoring/dashboards/release.js






function releaseDashboard(subject) {
    return {
        ...{
            name: 'release',
            description: 'What a release changed: the signals before and after it.',
            range: '3h',
        },
        rows: {
            Rollout: [newestRelease(subject), ...rolloutPanels(subject), ...podPanels(subject)],
            'Signals before and after': goldenSignals(subject),
            'Cost before and after': signalPanels(subject, ['saturation', 'business']),
        },
    };
}
const releaseEvents = (subject) => [
    { name: 'Releases', color: 'blue', text: 'release {{release}} began', expr: madeAt(subject, '') },
    {
        ...{ name: 'Outcomes', color: 'purple', text: 'release {{release}} has an outcome' },
        expr: madeAt(subject, '-outcome'),
    },
];
function madeAt({ app, namespace }, suffix) {
    const name = `${naming/* nameOf */.Vb.application(app)}-r([0-9]+)${suffix}`;
    const created = `max by (configmap) (kube_configmap_created{namespace="${namespace}",configmap=~"${name}"})`;
    return `label_replace(${created} * 1000, "release", "$1", "configmap", "${name}")`;
}
function newestRelease(subject) {
    return {
        ...{ title: 'Newest release', unit: 'moment', shape: 'now' },
        description: 'A rollback brings an earlier one back: the digests of the pods say what is live.',
        queries: releaseEvents(subject).map(({ expr, text }) => ({ expr: `topk(1, ${expr})`, legend: text })),
    };
}
function rolloutPanels(subject) {
    const { workload, requests } = subject;
    if (workload.kind !== 'Deployment')
        return [];
    const open = single('Age of the open rollout', 'seconds', `(${(0,rollouts/* rolloutAge */.xy)(subject)}) or vector(0)`, {
        ...{ description: '0 without a canary.', bands: tooHigh({ warning: rollouts/* longestRollout */.aj }) },
    });
    if (requests === undefined)
        return [open];
    const canary = { label: 'pod', operator: '=~', value: `${naming/* nameOf */.Vb.canary(workload.name)}-.*` };
    const rate = (selector) => `sum(rate(${selector}[2m]))`;
    const share = `(${rate((0,selector/* narrowed */.fQ)(requests.total, [canary]))} or vector(0)) / (${rate(requests.total)} > 0)`;
    return [open, single('Canary share', 'share', share, { description: 'As the pods count their requests.' })];
}
const podCounts = {
    Deployment: ['spec_replicas', 'status_replicas_updated', 'status_replicas_ready'],
    StatefulSet: ['replicas', 'status_replicas_updated', 'status_replicas_ready'],
    DaemonSet: ['desired_number_scheduled', 'updated_number_scheduled', 'number_ready'].map(of => `status_${of}`),
};
function podPanels({ namespace, workload }) {
    const { kind, name } = workload;
    const label = kind.toLowerCase();
    const names = kind === 'Deployment' ? `${name}|${naming/* nameOf */.Vb.canary(name)}` : name;
    const queries = podCounts[kind].map((metric, index) => ({
        expr: `max by (${label}) (kube_${label}_${metric}{namespace="${namespace}",${label}=~"${names}"})`,
        legend: `${['wanted', 'updated', 'ready'][index]}, {{${label}}}`,
    }));
    const pods = (0,selector/* narrowed */.fQ)('kube_pod_container_info', (0,monitoring_subject.podMatchers)(namespace, workload));
    const images = `count by (container, digest) (label_replace(${pods}, "digest", "$1", "image_id", ".*@(sha256:.{12}).*"))`;
    return [
        { title: 'Pods', unit: 'count', queries },
        single('Pods by image', 'count', images, {
            ...{ shape: 'stacked', legend: '{{container}} {{digest}}' },
            description: 'The beginning of the digest that each container runs.',
        }),
    ];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@grafana/grafana-foundation-sdk/dist/common/index.js
var common = __webpack_require__(9425);
// EXTERNAL MODULE: ./node_modules/@grafana/grafana-foundation-sdk/dist/dashboard/index.js
var dashboard = __webpack_require__(84972);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/dashboards/render.js




const source = { type: 'prometheus', uid: '$datasource' };
const perRow = 3;
const units = {
    'requests per second': 'reqps',
    share: 'percentunit',
    seconds: 's',
    cores: 'suffix: cores',
    bytes: 'bytes',
    'bytes per second': 'binBps',
    count: 'short',
    moment: 'dateTimeFromNow',
};
function render(text, subject) {
    const { app, environment } = subject;
    const all = ['slipway', `${app}/${environment}`];
    const built = new dashboard.DashboardBuilder(`${app} ${environment}: ${text.name}`)
        .uid(uidOf(subject, text.name))
        .description(text.description)
        .tags(all)
        .timezone('utc')
        .time({ from: `now-${text.range}`, to: 'now' })
        .refresh('30s')
        .tooltip(dashboard.DashboardCursorSync.Crosshair)
        .withVariable(new dashboard.DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'))
        .link(new dashboard.DashboardLinkBuilder('Dashboards')
        .type(dashboard.DashboardLinkType.Dashboards)
        .tags(all)
        .includeVars(true)
        .keepTime(true));
    for (const event of releaseEvents(subject))
        built.annotation(new dashboard.AnnotationQueryBuilder()
            .name(event.name)
            .datasource(source)
            .enable(true)
            .iconColor(event.color)
            .expr(event.expr)
            .titleFormat(event.text)
            .step('60s')
            .useValueForTime(true));
    let id = 0;
    for (const [title, panels] of Object.entries(text.rows)) {
        if (panels.length > 0)
            built.withRow(new dashboard.RowBuilder(title).id(++id));
        for (const panel of panels)
            built.withPanel(panelOf(panel).id(++id));
    }
    return JSON.parse(JSON.stringify(built.build(), (key, value) => (key === 'placement' ? undefined : value)));
}
function uidOf({ app, environment }, name) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`${app}/${environment}`).digest('hex').slice(0, 12);
    return `slipway-${hash}-${name}`;
}
function panelOf({ title, description, unit, shape = 'lines', bands, queries }) {
    const isGraph = shape === 'lines' || shape === 'stacked';
    const steps = (bands ?? [[null, 'text']]).map(([value, color]) => ({ value, color }));
    const panel = new dashboard.PanelBuilder()
        .type(isGraph ? 'timeseries' : 'stat')
        .title(title)
        .datasource(source)
        .height(8)
        .span(24 / perRow)
        .unit(units[unit])
        .thresholds(new dashboard.ThresholdsConfigBuilder().mode(dashboard.ThresholdsMode.Absolute).steps(steps))
        .targets(queries.map((query, index) => ({ build: () => targetOf(query, index, shape === 'now') })));
    if (description !== undefined)
        panel.description(description);
    return isGraph ? panel.custom(graph(shape, bands !== undefined)) : panel.options(values(shape));
}
function targetOf({ expr, legend }, index, instant) {
    return {
        ...{ refId: String.fromCharCode(65 + index), expr, legendFormat: legend, datasource: source },
        ...{ instant, range: !instant, _implementsDataqueryVariant: () => { } },
    };
}
function graph(shape, hasLimits) {
    const { Dashed, Off } = common.GraphThresholdsStyleMode;
    return {
        fillOpacity: 10,
        thresholdsStyle: { mode: hasLimits ? Dashed : Off },
        stacking: { mode: shape === 'stacked' ? common.StackingMode.Normal : common.StackingMode.None },
    };
}
function values(shape) {
    return {
        reduceOptions: { calcs: ['lastNotNull'] },
        colorMode: common.BigValueColorMode.Value,
        graphMode: shape === 'now' ? common.BigValueGraphMode.None : common.BigValueGraphMode.Area,
        textMode: shape === 'now' ? common.BigValueTextMode.ValueAndName : common.BigValueTextMode.Auto,
    };
}

;// CONCATENATED MODULE: ./.build/js/src/monitoring/dashboards/dashboards.js





function dashboardsOf(subject) {
    return [serviceDashboard, releaseDashboard, dataDashboard, recoveryDashboard]
        .map(dashboard => dashboard(subject))
        .filter(({ rows }) => Object.values(rows).some(panels => panels.length > 0))
        .map(text => ({ name: text.name, json: render(text, subject) }));
}


/***/ }),

/***/ 98833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ recoveryAlerts),
/* harmony export */   Al: () => (/* binding */ standbyPromises),
/* harmony export */   M1: () => (/* binding */ lastSuccess),
/* harmony export */   Z6: () => (/* binding */ streamingStandbys),
/* harmony export */   eK: () => (/* binding */ ageLimits)
/* harmony export */ });
/* harmony import */ var _recovery_feasibility_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95344);
/* harmony import */ var _recovery_last_success_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22835);
/* harmony import */ var _recovery_scenario_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6342);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38650);




const late = 1.5;
function ageLimits(recovery) {
    if (recovery === undefined)
        return [];
    const { databases, managed, drills } = recovery;
    const within = drills?.due?.within ?? {};
    const every = [
        ...Object.values(databases).map(({ incremental }) => incremental),
        ...Object.values(managed).map(each => each.every),
    ];
    const backup = { what: 'backup', alert: 'SlipwayBackupTooOld', noun: 'backup' };
    return [
        ...(every.length === 0 ? [] : [{ ...backup, most: late * Math.min(...every) }]),
        ..._recovery_scenario_js__WEBPACK_IMPORTED_MODULE_2__.scenarioIds.flatMap((id) => {
            const most = within[id];
            if (most === undefined)
                return [];
            return [{ what: `drill-${id}`, alert: 'SlipwayDrillTooOld', most, noun: `green drill of ${id}` }];
        }),
    ];
}
const lastSuccess = ({ app, namespace }, what) => `kube_lease_renew_time{namespace="${namespace}",lease="${(0,_recovery_last_success_js__WEBPACK_IMPORTED_MODULE_1__.leaseName)(app, what)}"}`;
function recoveryAlerts({ app, namespace, recovery, }) {
    if (recovery === undefined)
        return [];
    const place = { app, namespace };
    return [
        ...ageLimits(recovery).map(limit => tooOld(place, limit)),
        ...(Object.keys(recovery.databases).length === 0 ? [] : archiveAlerts(place)),
        ...replicaAlerts(place, recovery),
    ];
}
function tooOld(place, { what, alert, most, noun }) {
    const lease = lastSuccess(place, what);
    return {
        alert,
        expr: `time() - max(${lease}) > ${Math.round(most / 1000)} or absent(${lease})`,
        for: '15m',
        severity: 'critical',
        annotations: {
            summary: `${place.app}: the last ${noun} is too old, or there has never been one`,
            description: `The maximum age is ${Math.round(most / 3_600_000)} h. Check whether its workflow still runs: schedules stop silently.`,
        },
    };
}
function archiveAlerts({ app, namespace }) {
    return [
        {
            alert: _recovery_feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .notArchived */ .AF.alert,
            expr: `increase(pg_stat_archiver_failed_count{namespace="${namespace}"}[15m]) > 0`,
            for: _recovery_feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .notArchived */ .AF.for,
            severity: 'critical',
            annotations: {
                summary: `${app}: WAL archiving fails`,
                description: 'PostgreSQL keeps WAL that it cannot archive, and loses none until its disk is full. Find out which repository is unreachable; never remove WAL by hand.',
            },
        },
        {
            alert: 'SlipwayWalPilesUp',
            expr: `max by (namespace, pod, instance) (pg_wal_size_bytes{namespace="${namespace}"}) > 3 * max by (namespace, pod, instance) (pg_settings_max_wal_size_bytes{namespace="${namespace}"})`,
            for: '10m',
            severity: 'warning',
            annotations: {
                summary: `${app}: WAL piles up on the disk of the database`,
                description: 'Either archiving fails, or a standby or replication slot lags far behind: check pg_stat_archiver and pg_replication_slots.',
            },
        },
    ];
}
function standbyPromises(namespace, { databases }) {
    const replicas = [
        ...Map.groupBy(Object.values(databases), ({ workload: { kind, name } }) => `${kind}/${name}`).values(),
    ]
        .flatMap(each => each.map(database => database.replicas).reduce((a, b) => (a.length < b.length ? b : a)));
    const lags = replicas.flatMap(({ 'max-lag': lag }) => lag ?? []);
    const streams = streamingStandbys(namespace);
    const written = 'pg_stat_replication_pg_current_wal_lsn_bytes';
    const replayed = `(${written}${streams} - pg_stat_replication_pg_wal_lsn_diff${streams})`;
    return [...new Set(lags)]
        .sort((a, b) => a - b)
        .map(lag => {
        const isWithin = ({ mode, 'max-lag': own }) => mode === 'synchronous' || (own !== undefined && own <= lag);
        const before = `max by (instance) (${written}{namespace="${namespace}"} offset ${lag}ms)`;
        const near = `${replayed} >= 0 unless ${replayed} < on (instance) group_left () ${before}`;
        return { lag, count: replicas.filter(isWithin).length, within: `count(${near}) or vector(0)` };
    });
}
const streamingStandbys = (namespace) => `{namespace="${namespace}",state="streaming",application_name!~"pg_basebackup|pg_receivewal"}`;
function replicaAlerts({ app, namespace }, recovery) {
    return standbyPromises(namespace, recovery).map(({ lag, count, within }) => ({
        alert: _recovery_feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .replicaBehind */ .pd,
        expr: `(${within}) < ${count}`,
        for: '1m',
        severity: 'critical',
        annotations: {
            summary: `${app}: a standby lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(lag)}, or is disconnected`,
            description: `slipway.yml promises ${count === 1 ? 'one standby' : `${count} standbys`} within this lag. Until this is resolved, the loss of the primary may cost more data than \`plan\` reports: check pg_stat_replication, the network, and the load of the standby.`,
        },
    }));
}


/***/ }),

/***/ 40840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aj: () => (/* binding */ longestRollout),
/* harmony export */   n9: () => (/* binding */ rolloutAlerts),
/* harmony export */   xy: () => (/* binding */ rolloutAge)
/* harmony export */ });
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29296);

const longestRollout = 86_400;
const rolloutAge = ({ namespace, workload }) => `time() - max(kube_deployment_created{namespace="${namespace}",deployment="${_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb.canary(workload.name)}"})`;
function rolloutAlerts(subject) {
    const { app, workload } = subject;
    if (workload.kind !== 'Deployment')
        return [];
    return [
        {
            ...{ alert: 'SlipwayRolloutWaits', severity: 'warning' },
            expr: `${rolloutAge(subject)} > ${longestRollout}`,
            annotations: {
                summary: `${app}: a rollout has been open for more than a day`,
                description: 'It waits for a person, or its run has ended and no sweep finishes it. See `slipway status`, then resume it or roll it back.',
            },
        },
    ];
}


/***/ }),

/***/ 29430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ ruleGroups)
});

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/alert-check.js
var alert_check = __webpack_require__(45243);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/application.js
var application = __webpack_require__(57646);
// EXTERNAL MODULE: ./.build/js/src/analysis/selector.js
var analysis_selector = __webpack_require__(11775);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/audit.js

const fewestLogins = 10;
const abnormal = 3;
function auditAlerts({ app, namespace, settings: { audit = {} } }) {
    const own = (selector) => (0,analysis_selector/* narrowed */.fQ)(selector, [{ label: 'namespace', operator: '=', value: namespace }]);
    const [permissions, data, behavior] = [audit.permissions, audit.data, audit.behavior].map(each => each === undefined ? undefined : own(each));
    const logins = audit.logins && {
        ...audit.logins,
        total: own(audit.logins.total),
        failed: own(audit.logins.failed),
    };
    const alerts = [];
    if (logins !== undefined)
        alerts.push({
            ...{ alert: 'SlipwayLoginsFail', severity: 'critical', labels: { audit: 'logins' } },
            expr: `sum(increase(${logins.failed}[5m])) / (sum(increase(${logins.total}[5m])) >= ${fewestLogins}) > ${logins.max / 100}`,
            annotations: {
                summary: `${app}: {{ $value | humanizePercentage }} of the logins fail`,
                description: 'Either passwords are being guessed, or logins are broken: compare with the last release, and look at where the attempts come from.',
            },
        });
    if (permissions !== undefined)
        alerts.push({
            ...{ alert: 'SlipwayPermissionsChanged', severity: 'warning', labels: { audit: 'permissions' } },
            expr: happened(permissions),
            annotations: {
                summary: `${app}: roles or permissions were changed`,
                description: 'Check in the audit log that a person was allowed to make this change.',
            },
        });
    if (data !== undefined)
        alerts.push({
            ...{ alert: 'SlipwaySensitiveDataRead', severity: 'warning', labels: { audit: 'data' } },
            expr: happened(data),
            annotations: {
                summary: `${app}: sensitive data was read`,
                description: 'Check in the audit log who read it, and why.',
            },
        });
    if (behavior !== undefined)
        alerts.push({
            ...{ alert: 'SlipwayAbnormalBehavior', for: '5m', severity: 'warning', labels: { audit: 'behavior' } },
            expr: `sum(rate(${behavior}[5m])) > ${abnormal} * sum(rate(${behavior}[7d] offset 1h)) and on () count(${behavior} offset 7d) > 0`,
            annotations: {
                summary: `${app}: a security metric is more than ${abnormal} times its average of the last week`,
                description: 'Look at who causes it: an import, a crawler, or an attack.',
            },
        });
    return alerts;
}
function happened(counter) {
    return `sum(increase(${counter}[5m])) > 0 or sum(${counter} unless ${counter} offset 5m) > 0`;
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/burn-rate.js
var burn_rate = __webpack_require__(66998);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/certificates.js
const limits = [
    { severity: 'warning', days: 14, alert: 'SlipwayCertificateExpires' },
    { severity: 'critical', days: 3, alert: 'SlipwayCertificateExpiresSoon' },
];
function certificateAlerts({ app, namespace }, url) {
    const managed = `certmanager_certificate_expiration_timestamp_seconds{namespace="${namespace}"}`;
    const host = url?.startsWith('https:') ? new URL(url).hostname.replaceAll('.', '\\\\.') : undefined;
    const expiry = host === undefined
        ? `min by (name) (${managed})`
        : `(min by (name) (${managed}) or min by (instance) (probe_ssl_earliest_cert_expiry{instance=~".*\\\\b${host}\\\\b.*"}))`;
    return limits.map(({ severity, days, alert }) => ({
        ...{ alert, severity, for: '10m' },
        expr: `${expiry} - time() < ${days * 86_400}`,
        annotations: {
            summary: `${app}: a certificate expires in {{ $value | humanizeDuration }}`,
            description: 'Its renewal has failed or was forgotten. See `kubectl describe certificate`, or ask its issuer for a new one.',
        },
    }));
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/recovery.js
var recovery = __webpack_require__(98833);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/rollouts.js
var rollouts = __webpack_require__(40840);
// EXTERNAL MODULE: ./.build/js/src/monitoring/subject.js
var monitoring_subject = __webpack_require__(36196);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/rule.js

function alertsFor(subject, alerts) {
    return alerts.map(({ severity, labels, ...alert }) => ({
        ...alert,
        labels: { ...(0,monitoring_subject.ownLabels)(subject), severity, slipway: 'true', ...labels },
    }));
}

;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/rules.js








function ruleGroups(subject, url) {
    const { app, environment } = subject;
    const alerts = (name, texts) => ({
        name: `slipway-${app}-${environment}-${name}`,
        rules: alertsFor(subject, texts),
    });
    return [
        {
            name: `slipway-${app}-${environment}-signals`,
            interval: '30s',
            rules: [...(0,application/* signalRecordings */.JC)(subject), ...(0,burn_rate/* burnRecordings */.YT)(subject)],
        },
        alerts('objectives', (0,burn_rate/* burnAlertsOf */.qz)(subject)),
        alerts('application', [...(0,application/* applicationAlerts */.Ot)(subject), ...(0,application/* sourceAlerts */.LK)(subject)]),
        alerts('rollouts', (0,rollouts/* rolloutAlerts */.n9)(subject)),
        alerts('certificates', certificateAlerts(subject, url)),
        alerts('recovery', (0,recovery/* recoveryAlerts */.$h)(subject)),
        alerts('audit', auditAlerts(subject)),
        { ...alerts('check', (0,alert_check/* checkAlerts */.Q1)(subject)), interval: '5s' },
    ].filter(({ rules }) => rules.length > 0);
}


/***/ }),

/***/ 93126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ scrapeJobs),
/* harmony export */   Z: () => (/* binding */ podRelabeling)
/* harmony export */ });
/* harmony import */ var _rules_application_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57646);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36196);


function scrapeJobs(subject) {
    const { namespace, settings } = subject;
    const { pods, node, postgres, redis } = settings.sources;
    const exporters = Object.entries({ node, postgres, redis }).flatMap(([source, service]) => service === undefined
        ? []
        : [
            {
                job_name: (0,_rules_application_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceJob */ .Pm)(subject, source),
                static_configs: [
                    {
                        targets: [`${service.name}.${service.namespace}.svc:${service.port}`],
                        labels: { namespace: source === 'node' ? service.namespace : namespace },
                    },
                ],
            },
        ]);
    if (pods === undefined)
        return exporters;
    return [
        {
            job_name: (0,_rules_application_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceJob */ .Pm)(subject, 'pods'),
            metrics_path: pods.path,
            kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespace] } }],
            relabel_configs: podRelabeling(subject, pods.port),
        },
        ...exporters,
    ];
}
function podRelabeling({ namespace, workload }, port) {
    const [, { value: name }] = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.podMatchers)(namespace, workload);
    const meta = '__meta_kubernetes_pod';
    return [
        { source_labels: [`${meta}_name`], regex: name, action: 'keep' },
        { source_labels: [`${meta}_container_port_name`], regex: port, action: 'keep' },
        { source_labels: [`${meta}_phase`], regex: 'Pending|Succeeded|Failed', action: 'drop' },
        { source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' },
        { source_labels: [`${meta}_name`], target_label: 'pod' },
        { source_labels: [`${meta}_uid`], target_label: 'pod_uid' },
        { source_labels: [`${meta}_container_name`], target_label: 'container' },
    ];
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
        const judged = schedule.mechanisms.map(each => judge(each, target.domain, schedule));
        const surviving = judged
            .flatMap(each => (each.kind === 'survives' ? [each] : []))
            .sort((a, b) => a.worst - b.worst);
        const meets = surviving.filter(({ worst }) => worst <= target.rpo);
        const fast = meets.filter(({ mechanism }) => (mechanism.recovers ?? 0) <= target.rto);
        const by = fast.find(({ mechanism }) => mechanism.recovers !== undefined) ?? fast[0];
        if (by === undefined)
            return { target, judged, ...uncovered(target, surviving[0], meets[0], doubtIn(target, schedule)) };
        const { mechanism, name, worst } = by;
        const measured = mechanism.recovers !== undefined;
        const time = measured
            ? ''
            : `; no drill has yet measured whether it recovers within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(target.rto)}`;
        const sentence = `${target.domain}: covered by ${name}, which loses at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(worst)} (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(target.rpo)} allowed)${time}`;
        return { kind: 'covered', target, judged, by: mechanism, worst, measured, sentence };
    });
}
const doubtIn = ({ domain }, { repositories }) => domain === 'total'
    ? repositories.flatMap(({ name, apart, doubt }) => doubt === undefined || apart !== 'region' ? [] : [{ name, doubt }])[0]
    : undefined;
const doubtText = (name, { problem }) => `the repository ${name} is declared locked, but ${problem}`;
function uncovered(target, best, exact, doubted) {
    const { domain, rto, rpo } = target;
    if (best === undefined && doubted !== undefined) {
        const { name, doubt } = doubted;
        const problem = doubtText(name, doubt);
        const sentence = `${domain}: not covered, because ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(problem, doubt.help)}`;
        return { kind: 'uncovered', problem, help: doubt.help, sentence };
    }
    const problem = exact !== undefined
        ? `${exact.name} takes ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(exact.mechanism.recovers ?? 0)} to recover (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rto)} allowed)`
        : best !== undefined
            ? `the best mechanism is ${best.name}, which may lose ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(best.worst)} (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed)`
            : 'no declared mechanism survives it';
    const help = exact === undefined ? lossHelp(target) : timeHelp(target);
    return {
        kind: 'uncovered',
        problem,
        help,
        sentence: `${domain}: not covered, because ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(problem, help)}`,
    };
}
function lossHelp({ domain, rpo }) {
    if (domain === 'total')
        return rpo === 0
            ? 'allow some loss, because no archive rules it out'
            : `archive WAL to a locked or offline repository in another region within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} after it was written, and keep a full backup there`;
    if (rpo === 0)
        return `add a synchronous replica in another ${domain}`;
    return `add a replica in another ${domain} that never lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)}, or archive WAL to a repository there within that time`;
}
function timeHelp({ domain }) {
    return domain === 'total'
        ? 'restore with more processes, or make full backups more often, so that less WAL is replayed'
        : `keep a standby in another ${domain}, which needs no restore`;
}
function judge(mechanism, domain, schedule) {
    const name = nameOf(mechanism);
    const worst = worstOf(mechanism);
    const why = uselessIn(mechanism, domain, schedule) ?? (worst === undefined ? 'its loss is unbounded' : undefined);
    return why === undefined && worst !== undefined
        ? { mechanism, name, kind: 'survives', worst }
        : { mechanism, name, kind: 'useless', why: why ?? '' };
}
function uselessIn(mechanism, domain, schedule) {
    if (mechanism.kind === 'synchronous-replica' || mechanism.kind === 'asynchronous-replica') {
        if (domain === 'total')
            return 'a replica is lost with everything else';
        return reaches(mechanism.apart, domain) ? undefined : `it is in the same ${domain}`;
    }
    const repository = schedule.repositories.find(({ name }) => name === mechanism.repository);
    if (repository === undefined)
        throw new RangeError(`no repository ${mechanism.repository} is declared`);
    const { name, apart, keeping, doubt } = repository;
    const needed = domain === 'total' ? 'region' : domain;
    if (!reaches(apart, needed))
        return `the repository ${name} is in the same ${needed}`;
    if (domain === 'total' && doubt !== undefined)
        return doubtText(name, doubt);
    if (domain === 'total' && keeping === 'plain')
        return `the repository ${name} is neither locked nor offline: an attacker who destroys the rest can delete it`;
    const base = schedule.mechanisms.some(each => each.kind === 'backup' && each.type === 'full' && each.repository === name);
    const standsAlone = mechanism.kind === 'dump' || base;
    return standsAlone
        ? undefined
        : `the repository ${name} gets no full backup, so nothing can be restored from it`;
}
const reaches = (apart, domain) => domains.indexOf(apart) >= domains.indexOf(domain);
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
function nameOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return `the synchronous replica in another ${mechanism.apart}`;
        case 'asynchronous-replica':
            return `the asynchronous replica in another ${mechanism.apart} (${bounds[mechanism.bound]})`;
        case 'wal-archive':
            return `the WAL archive ${mechanism.repository}`;
        case 'backup':
            return `the ${mechanism.type} backup to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
        case 'dump':
            return `the logical dump to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
    }
}


/***/ }),

/***/ 22835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   leaseName: () => (/* binding */ leaseName),
/* harmony export */   readLast: () => (/* binding */ readLast),
/* harmony export */   recordLast: () => (/* binding */ recordLast)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);




const leaseName = (app, what) => `slipway-${app}.${what}.last`;
const factsAnnotation = 'slipway.dev/facts';
async function recordLast(cluster, place, what, last) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, place.namespace);
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({ attempts: 3, passes: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh }, async () => {
        const there = await cluster.get(`${path}/${leaseName(place.app, what)}`);
        const known = there && lastIn(there);
        if (known !== undefined && known.at >= last.at)
            return;
        const { resourceVersion } = there?.metadata ?? {};
        const lease = leaseOf(place, what, last, resourceVersion);
        if (there === undefined)
            await cluster.create(path, lease);
        else
            await cluster.replace(`${path}/${leaseName(place.app, what)}`, lease);
    });
}
async function readLast(cluster, { app, namespace }, what) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName(app, what)));
    return lease && lastIn(lease);
}
function lastIn({ metadata, spec }) {
    const at = Date.parse(spec?.renewTime ?? '');
    if (Number.isNaN(at))
        return undefined;
    const facts = Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(metadata?.annotations?.[factsAnnotation] ?? '') ?? {}).filter((each) => typeof each[1] === 'string' || typeof each[1] === 'number');
    return { at, run: metadata?.annotations?.['slipway.dev/run'] ?? '', facts: Object.fromEntries(facts) };
}
function leaseOf({ app, namespace }, what, { at, run, facts }, resourceVersion) {
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: leaseName(app, what),
            namespace,
            labels: { 'slipway.dev/app': app, 'slipway.dev/kind': 'last' },
            annotations: { 'slipway.dev/run': run, [factsAnnotation]: JSON.stringify(facts) },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { renewTime: new Date(at).toISOString().replace('Z', '000Z') },
    };
}


/***/ }),

/***/ 6342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scenarioIds: () => (/* binding */ scenarioIds),
  scenarioOf: () => (/* binding */ scenarioOf),
  scenarios: () => (/* binding */ scenarios)
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-steps.js
const restoreDatabase = (from, to) => ({
    phase: 'restore',
    action: 'restore-database',
    instruction: `Restore the database from ${from} to ${to}, and check that recovery ended there.`,
});
const newest = 'the end of the archived WAL';
const secrets = {
    phase: 'restore',
    action: 'restore-secrets',
    instruction: 'Decrypt the Secrets of the backup set with the offline key, and use no others.',
};
const provision = {
    phase: 'provision',
    action: 'provision',
    instruction: 'Create an empty namespace without egress, and prove that production cannot be reached from it.',
};
const objects = {
    phase: 'start',
    action: 'apply-objects',
    instruction: 'Apply the objects of the backup without those that act automatically: suspend CronJobs, and leave out load balancers and webhooks.',
};
const start = {
    phase: 'start',
    action: 'start',
    instruction: 'Start the application on the restored data, and wait until its pods are ready.',
};
const files = {
    phase: 'restore',
    action: 'restore-files',
    instruction: 'Restore files, dumps of databases outside of the cluster, and objects of buckets, and compare them with the manifest.',
};
const verify = {
    phase: 'verify',
    action: 'verify',
    instruction: 'Compare tables, rows and schema version with the manifest of the backup, read an old record through the application, and write a new one.',
};
const cutover = {
    phase: 'cutover',
    action: 'cut-over',
    instruction: 'Switch the traffic, and probe from outside until thirty probes in a row have succeeded.',
};
const failover = {
    phase: 'detect',
    action: 'wait-for-failover',
    instruction: 'Do nothing: the declared mechanism fails over automatically. If it has not done so in time, run the command that `failover` of slipway.yml names.',
};

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario.js

const scenarioIds = [
    'restore',
    'pod',
    'node',
    'zone',
    'region',
    'total',
    'corruption',
    'rot',
    'secrets',
    'far-down',
];
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
        breaks: { kind: 'hook', what: 'node' },
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
        breaks: { kind: 'hook', what: 'zone' },
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
            {
                phase: 'restore',
                action: 'restore-secrets',
                instruction: 'Decrypt the Secrets of the archive with the offline key, and use no others.',
            },
            {
                phase: 'restore',
                action: 'load-images',
                instruction: 'Load the images from the archive, by digest.',
            },
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
            {
                phase: 'detect',
                action: 'notice',
                instruction: 'Verify the repository and its chain of WAL. If either fails, make a full backup at once, and keep the damaged repository for analysis.',
            },
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
    'far-down': {
        title: 'The far repository is unreachable',
        question: 'Is it noticed in time, does the near repository keep working, and is no WAL lost until the far one is back?',
        target: undefined,
        breaks: { kind: 'far-repository' },
        steps: [
            {
                phase: 'detect',
                action: 'notice',
                instruction: 'Find out why it is unreachable. The database keeps WAL that is not archived: watch its disk, and never remove WAL by hand.',
            },
            {
                phase: 'replay',
                action: 'catch-up',
                instruction: 'When it is back, check that it contains every segment since the failure.',
            },
        ],
        without: [],
        required: 'L1',
        where: 'live',
        every: 30,
    },
};
function scenarioOf(id) {
    return { id, ...catalog[id] };
}
const scenarios = scenarioIds.map(scenarioOf);


/***/ })

};
