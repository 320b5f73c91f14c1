export const id = 8790;
export const ids = [8790];
export const modules = {

/***/ 76925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ alertmanagerConfig),
/* harmony export */   D: () => (/* binding */ receiverName)
/* harmony export */ });
/* harmony import */ var _config_channels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74790);
/* harmony import */ var _rules_alert_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45243);


function alertmanagerConfig(subject) {
    const { app, environment, settings } = subject;
    const receivers = _config_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.map(severity => ({
        name: receiverName(subject, severity),
        ...sectionsOf((0,_config_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .channelsFor */ .E)(settings.receivers, severity)),
    }));
    const own = [`app="${app}"`, `environment="${environment}"`];
    const inhibit = (source, target, equal) => ({
        source_matchers: [...own, ...source],
        target_matchers: [...own, ...target],
        equal: ['app', 'environment', ...equal],
    });
    return {
        route: {
            receiver: receiverName(subject, 'warning'),
            group_by: ['app', 'environment', 'severity'],
            group_wait: '15s',
            group_interval: '5m',
            repeat_interval: '12h',
            routes: _config_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.map(severity => ({
                receiver: receiverName(subject, severity),
                matchers: [...own, `severity="${severity}"`],
                ...(severity === 'critical' ? urgent : {}),
                routes: [
                    {
                        matchers: [`alertname="${_rules_alert_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkAlert */ .PS}"`],
                        group_by: ['app', 'environment', 'severity', 'check'],
                        group_wait: '1s',
                        group_interval: '30s',
                    },
                ],
            })),
        },
        inhibit_rules: [
            inhibit(['severity="critical"', 'objective!=""'], ['severity=~"warning|info"', 'objective!=""'], ['objective']),
            inhibit(['alertname="SlipwayTargetsMissing"'], ['alertname="SlipwayTargetDown"'], []),
        ],
        receivers,
    };
}
const urgent = { group_wait: '5s', group_interval: '30s', repeat_interval: '1h' };
const receiverName = ({ app, environment }, severity) => `slipway-${app}-${environment}-${severity}`;
function sectionsOf(channels) {
    const sections = {};
    for (const [key, section] of channels.map(sectionOf))
        sections[key] = [...(sections[key] ?? []), { send_resolved: true, ...section }];
    return sections;
}
function sectionOf({ slack, teams, email, sns, webhook = '' }) {
    const message = { title, text: body };
    if (slack !== undefined)
        return ['slack_configs', { api_url_file: secretFile(slack), ...message }];
    if (teams !== undefined)
        return ['msteamsv2_configs', { webhook_url_file: secretFile(teams), ...message }];
    if (sns !== undefined) {
        const sigv4 = { region: sns.topic.split(':')[3] ?? '' };
        const text = { subject: title, message: `${title}\n${body}` };
        return ['sns_configs', { topic_arn: sns.topic, sigv4, ...text }];
    }
    if (email === undefined)
        return ['webhook_configs', { url_file: secretFile(webhook) }];
    const { to, from, server, tls, username, password } = email;
    return [
        'email_configs',
        {
            to: to.join(', '),
            from,
            smarthost: server,
            require_tls: tls && !server.endsWith(':465'),
            ...(username === undefined ? {} : { auth_username: username }),
            ...(password === undefined ? {} : { auth_password_file: secretFile(password) }),
            headers: { Subject: title },
            text: body,
        },
    ];
}
const secretFile = (variable) => `/etc/alertmanager/secrets/${variable}`;
const title = '[{{ .Status | toUpper }}] {{ .CommonLabels.app }} in {{ .CommonLabels.environment }}: {{ len .Alerts }} {{ .CommonLabels.severity }} alert(s)';
const body = '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.description }}\n{{ end }}';


/***/ }),

/***/ 58790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bundleOf: () => (/* binding */ bundleOf),
/* harmony export */   e: () => (/* binding */ bundleFiles)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _alert_routing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76925);
/* harmony import */ var _dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27523);
/* harmony import */ var _rules_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30113);
/* harmony import */ var _scrape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93126);





const bundleFiles = {
    rules: 'rules.yml',
    scrape: 'scrape.yml',
    alertmanager: 'alertmanager.yml',
};
function bundleOf(subject) {
    const groups = (0,_rules_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .ruleGroups */ .z)(subject);
    const yaml = (value) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(value, { lineWidth: 0 });
    const dashboards = (0,_dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_2__/* .dashboardsOf */ .v)(subject).map(({ name, json }) => [`dashboards/${name}.json`, `${JSON.stringify(json, null, 2)}\n`]);
    return {
        files: {
            [bundleFiles.rules]: yaml({ groups }),
            [bundleFiles.scrape]: yaml({ scrape_configs: (0,_scrape_js__WEBPACK_IMPORTED_MODULE_4__/* .scrapeJobs */ .PT)(subject) }),
            [bundleFiles.alertmanager]: yaml((0,_alert_routing_js__WEBPACK_IMPORTED_MODULE_1__/* .alertmanagerConfig */ .A)(subject)),
            ...Object.fromEntries(dashboards),
        },
        alerts: groups.flatMap(({ rules }) => rules).filter(rule => 'alert' in rule).length,
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

const tooHigh = ({ warning, critical }) => [
    [null, 'green'],
    ...(warning === undefined ? [] : [[warning, 'orange']]),
    ...(critical === undefined ? [] : [[critical, 'red']]),
];
const tooLow = ({ warning, critical }) => [
    [null, 'red'],
    [critical, warning === undefined ? 'green' : 'orange'],
    ...(warning === undefined ? [] : [[warning, 'green']]),
];
const single = (title, unit, expr, { legend = title, ...more } = {}) => ({ title, unit, queries: [{ expr, legend }], ...more });
function signalPanels(subject, groups, bands = {}) {
    const signals = (0,monitoring_signals/* signalsOf */.B7)(subject).filter(({ group }) => groups.includes(group));
    const panels = Map.groupBy(signals, ({ group, title }) => (group === 'latency' ? 'Latency' : title));
    return [...panels].flatMap(([title, [first, ...more]]) => {
        if (first === undefined)
            return [];
        const band = bands[first.name];
        const queries = [first, ...more].map(each => ({ expr: (0,monitoring_signals/* recorded */.t2)(each, subject), legend: each.title }));
        return [{ title, unit: first.unit, queries, ...(band === undefined ? {} : { bands: band }) }];
    });
}

;// CONCATENATED MODULE: ./.build/js/src/monitoring/dashboards/data.js


function dataDashboard(subject) {
    const bands = { connections: tooHigh({ warning: application/* fullest */.Cq.connections }) };
    const signals = signalPanels(subject, ['data'], bands);
    const isCache = ({ title }) => title === 'Cache hits';
    return {
        name: 'data',
        description: 'Database, replication, cache and volumes.',
        range: '6h',
        rows: {
            Database: [...signals.filter(each => !isCache(each)), ...postgresPanels(subject)],
            Cache: [...signals.filter(isCache), ...redisPanels(subject)],
            Volumes: volumePanels(subject),
        },
    };
}
function volumePanels(subject) {
    const left = (0,application/* volumeLeft */.Am)(subject);
    const how = { legend: '{{persistentvolumeclaim}}', bands: tooLow(application/* leastLeft */.Bn) };
    return left === undefined ? [] : [single('Free space', 'share', left, how)];
}
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
        name: 'recovery',
        description: 'Age of backups and drills, WAL archive, standbys.',
        range: '7d',
        rows: {
            'Backups and drills': agePanels(subject),
            'WAL archive': archivePanels(subject),
            Standbys: standbyPanels(subject),
        },
    };
}
function agePanels(subject) {
    return (0,rules_recovery/* ageLimits */.eK)(subject.recovery).map(({ what, noun, most }) => single(`Age of the last ${noun}`, 'seconds', `time() - max(${(0,rules_recovery/* lastSuccess */.M1)(subject, what)})`, {
        shape: 'values',
        bands: tooHigh({ critical: most / 1000 }),
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
            shape: 'values',
            bands: tooLow({ critical: count }),
            description: `slipway.yml promises ${count}.`,
        })),
        single('Lag of each standby', 'bytes', behind, { legend: '{{application_name}}' }),
    ];
}

// EXTERNAL MODULE: ./.build/js/src/analysis/selector.js
var selector = __webpack_require__(11775);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/rollouts.js
var rollouts = __webpack_require__(40840);
// EXTERNAL MODULE: ./.build/js/src/monitoring/subject.js
var monitoring_subject = __webpack_require__(36196);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/burn-rate.js
var burn_rate = __webpack_require__(66998);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/dashboards/service.js





const lowBudget = 0.25;
function serviceDashboard(subject) {
    const ofLimit = single('Memory usage (share of limit)', 'share', (0,application/* memoryOfLimit */.e3)(subject), {
        legend: '{{pod}} {{container}}',
        bands: tooHigh({ warning: application/* fullest */.Cq.memory }),
    });
    return {
        name: 'service',
        description: 'Whether users get what the objectives promise.',
        range: '6h',
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
    const allowed = Number((1 - share).toPrecision(8));
    return tooHigh({ warning: allowed, critical: (0,burn_rate/* mostBad */.Hf)(burn_rate/* burnLimits */.MZ[0], allowed, window) });
}
function objectivePanels(subject) {
    const indicators = (0,burn_rate/* indicatorsOf */.md)(subject);
    if (indicators.length === 0)
        return [];
    const of = (record, objective) => (0,monitoring_subject/* ownSelector */.GR)(record, subject, { objective });
    return [
        {
            title: 'Error budget remaining',
            unit: 'share',
            shape: 'values',
            description: `Over ${(0,burn_rate/* rangeOf */.be)(subject.objectives.window)}. 100 % is untouched, below 0 is overspent.`,
            bands: tooLow({ warning: lowBudget, critical: 0 }),
            queries: indicators.map(({ objective }) => ({ expr: of(burn_rate/* budgetLeft */.Lj, objective), legend: objective })),
        },
        ...indicators.map(({ objective, share, bad }) => {
            const queries = burn_rate/* burnWindows */.LN.map(window => ({
                expr: of((0,burn_rate/* ratioOver */.o2)(window), objective),
                legend: `last ${(0,burn_rate/* rangeOf */.be)(window)}`,
            }));
            return { title: `Requests that ${bad}`, unit: 'share', queries, bands: burnBands(subject, share) };
        }),
    ];
}
function alertPanels(subject) {
    const { namespace, workload } = subject;
    const up = (0,selector/* narrowed */.fQ)('up', (0,monitoring_subject/* podMatchers */.hj)(namespace, workload));
    const firing = (0,monitoring_subject/* ownSelector */.GR)('ALERTS', subject, { slipway: 'true', alertstate: 'firing' });
    const queries = ['sum', 'count'].map(of => ({
        expr: `${of}(${up})`,
        legend: of === 'sum' ? 'reached' : 'all',
    }));
    return [
        single('Firing alerts', 'count', `count(${firing}) or vector(0)`, {
            shape: 'values',
            bands: tooHigh({ critical: 1 }),
        }),
        { title: 'Pods that Prometheus reaches', unit: 'count', queries },
    ];
}
function nodePanels(subject) {
    if (subject.settings.sources.node === undefined)
        return [];
    const job = `job="${(0,monitoring_subject/* sourceJob */.Pm)(subject, 'node')}"`;
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
        name: 'release',
        description: 'What a release changed: the signals before and after it.',
        range: '3h',
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
        name: 'Outcomes',
        color: 'purple',
        text: 'release {{release}} has an outcome',
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
        title: 'Newest release',
        unit: 'moment',
        shape: 'now',
        description: 'A rollback brings an earlier one back: the digests of the pods say what is live.',
        queries: releaseEvents(subject).map(({ expr, text }) => ({ expr: `topk(1, ${expr})`, legend: text })),
    };
}
function rolloutPanels(subject) {
    const { workload, requests } = subject;
    if (workload.kind !== 'Deployment')
        return [];
    const open = single('Age of the open rollout', 'seconds', `(${(0,rollouts/* rolloutAge */.xy)(subject)}) or vector(0)`, {
        description: '0 without a canary.',
        bands: tooHigh({ warning: rollouts/* longestRollout */.aj }),
    });
    if (requests === undefined)
        return [open];
    const canary = (0,selector/* matching */.wC)('pod', '=~', `${naming/* nameOf */.Vb.canary(workload.name)}-.*`);
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
        legend: `${['desired', 'updated', 'ready'][index]}, {{${label}}}`,
    }));
    const pods = (0,selector/* narrowed */.fQ)('kube_pod_container_info', (0,monitoring_subject/* podMatchers */.hj)(namespace, workload));
    const images = `count by (container, digest) (label_replace(${pods}, "digest", "$1", "image_id", ".*@(sha256:.{12}).*"))`;
    return [
        { title: 'Pods', unit: 'count', queries },
        single('Pods by image', 'count', images, {
            shape: 'stacked',
            legend: '{{container}} {{digest}}',
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
        refId: String.fromCharCode(65 + index),
        expr,
        legendFormat: legend,
        datasource: source,
        instant,
        range: !instant,
        _implementsDataqueryVariant: () => { },
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

/***/ 57646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ volumeLeft),
/* harmony export */   Bn: () => (/* binding */ leastLeft),
/* harmony export */   Cq: () => (/* binding */ fullest),
/* harmony export */   JC: () => (/* binding */ signalRecordings),
/* harmony export */   LK: () => (/* binding */ sourceAlerts),
/* harmony export */   Ot: () => (/* binding */ applicationAlerts),
/* harmony export */   e3: () => (/* binding */ memoryOfLimit)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2561);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36196);



function signalRecordings(subject) {
    return (0,_signals_js__WEBPACK_IMPORTED_MODULE_1__/* .signalsOf */ .B7)(subject).map(({ record, expr }) => ({ record, expr, labels: (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .ownLabels */ .ct)(subject) }));
}
const fullest = { memory: 0.9, connections: 0.9 };
const leastLeft = { warning: 0.1, critical: 0.03 };
function memoryOfLimit({ namespace, workload }) {
    const of = (metric, further) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(metric, [...(0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .podMatchers */ .hj)(namespace, workload), further]);
    const used = of('container_memory_working_set_bytes', (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('container', '!~', '|POD'));
    const limit = of('kube_pod_container_resource_limits', (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('resource', '=', 'memory'));
    return `max by (pod, container) (${used}) / on (pod, container) max by (pod, container) (${limit})`;
}
function volumeLeft({ namespace, owned: { pvcs } }) {
    if (pvcs.length === 0)
        return undefined;
    const of = (metric) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(`kubelet_volume_stats_${metric}_bytes`, [
        (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('namespace', '=', namespace),
        (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('persistentvolumeclaim', '=~', pvcs.join('|')),
    ]);
    return `min by (persistentvolumeclaim) (${of('available')} / ${of('capacity')})`;
}
function applicationAlerts(subject) {
    const { app, namespace, workload } = subject;
    const of = (metric) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(metric, (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .podMatchers */ .hj)(namespace, workload));
    return [
        {
            alert: 'SlipwayTargetDown',
            for: '5m',
            severity: 'warning',
            expr: `min by (pod) (${of('up')}) == 0`,
            summary: `${app}: Prometheus gets no metrics from {{ $labels.pod }}`,
            description: 'Without metrics neither alerts nor the gate see this pod. Check its metrics port, its NetworkPolicy and its log.',
        },
        {
            alert: 'SlipwayTargetsMissing',
            for: '5m',
            severity: 'critical',
            expr: `absent(${of('up')} == 1)${unlessScaledToZero(subject)}`,
            summary: `${app}: Prometheus gets metrics from no pod`,
            description: `No pod of ${workload.kind}/${workload.name} in namespace ${namespace} is scraped, so the alerts about requests cannot fire. Check whether pods run, their metrics port and NetworkPolicy, and the scrape configuration.`,
        },
        {
            alert: 'SlipwayPodsRestart',
            severity: 'warning',
            expr: restartsOften(subject),
            summary: `${app}: {{ $labels.pod }} restarts repeatedly`,
            description: 'Read the log of the container before it ended (kubectl logs --previous), and its last state (kubectl describe pod).',
        },
        {
            alert: 'SlipwayMemoryNearLimit',
            for: '10m',
            severity: 'warning',
            expr: `${memoryOfLimit(subject)} > ${fullest.memory}`,
            summary: `${app}: {{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit`,
            description: 'At the limit the kernel kills the container (OOMKilled). Find the leak, or raise the limit in the manifests.',
        },
        ...volumeAlerts(subject),
        ...(0,_signals_js__WEBPACK_IMPORTED_MODULE_1__/* .signalsOf */ .B7)(subject)
            .filter(({ name }) => name === 'connections')
            .map((signal) => ({
            alert: 'SlipwayConnectionsNearLimit',
            for: '5m',
            severity: 'warning',
            expr: `${(0,_signals_js__WEBPACK_IMPORTED_MODULE_1__/* .recorded */ .t2)(signal, subject)} > ${fullest.connections}`,
            summary: `${app}: the database uses {{ $value | humanizePercentage }} of its connections`,
            description: 'New connections are refused at the limit. Find which client holds them (pg_stat_activity), or use a connection pool.',
        })),
    ];
}
function unlessScaledToZero({ namespace, workload: { kind, name } }) {
    if (kind === 'DaemonSet')
        return '';
    const metric = kind === 'Deployment' ? 'kube_deployment_spec_replicas' : 'kube_statefulset_replicas';
    return ` unless on () max(${metric}{namespace="${namespace}",${kind.toLowerCase()}="${name}"}) == 0`;
}
function restartsOften({ namespace, workload }) {
    const own = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .podMatchers */ .hj)(namespace, workload);
    const restarts = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('kube_pod_container_status_restarts_total', own);
    const waits = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('kube_pod_container_status_waiting_reason', [
        ...own,
        (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('reason', '=', 'CrashLoopBackOff'),
    ]);
    const more = (range) => `sum by (pod) (increase(${restarts}[${range}])) > 3`;
    return `${more('15m')} or (${more('1h')} and max by (pod) (max_over_time(${waits}[10m])) > 0)`;
}
function volumeAlerts(subject) {
    const left = volumeLeft(subject);
    if (left === undefined)
        return [];
    return ['warning', 'critical'].map(severity => ({
        alert: severity === 'critical' ? 'SlipwayVolumeAlmostFull' : 'SlipwayVolumeFillsUp',
        expr: `${left} < ${leastLeft[severity]}`,
        for: '5m',
        severity,
        summary: `${subject.app}: the PVC {{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} left`,
        description: 'Make the PVC larger, or remove what is not needed. Never remove WAL of a database by hand.',
    }));
}
function sourceAlerts(subject) {
    return (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .exporterNames */ .w3)(subject).map(source => {
        const up = `up{job="${(0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceJob */ .Pm)(subject, source)}"}`;
        const [best, of] = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .toleratesDown */ .Cp)(source) ? ['max', ''] : ['min', ', or from one of its pods'];
        return {
            alert: 'SlipwaySourceDown',
            for: '5m',
            severity: 'warning',
            labels: { source },
            expr: `${best}(${up}) == 0 or absent(${best}(${up}))`,
            summary: `${subject.app}: Prometheus gets no metrics from the ${source} exporter${of}`,
            description: `The alerts and dashboards that use its metrics show nothing. Check the exporter that \`sources.${source}\` in slipway.yml names: write the name of the port in the Service, or the number on which its pods listen.`,
        };
    });
}


/***/ }),

/***/ 40840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aj: () => (/* binding */ longestRollout),
/* harmony export */   n9: () => (/* binding */ rolloutAlerts),
/* harmony export */   xy: () => (/* binding */ rolloutAge)
/* harmony export */ });
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91490);

const longestRollout = 86_400;
const rolloutAge = ({ namespace, workload }) => `time() - max(kube_deployment_created{namespace="${namespace}",deployment="${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb.canary(workload.name)}"})`;
function rolloutAlerts(subject) {
    const { app, workload } = subject;
    if (workload.kind !== 'Deployment')
        return [];
    return [
        {
            alert: 'SlipwayRolloutWaits',
            severity: 'warning',
            expr: `${rolloutAge(subject)} > ${longestRollout}`,
            summary: `${app}: a rollout has been open for more than a day`,
            description: 'It waits for a person, or its run has ended and no sweep finishes it. See the status (`slipway status`, or the workflow status.yml), then resume it or roll it back.',
        },
    ];
}


/***/ }),

/***/ 30113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ ruleGroups)
});

// EXTERNAL MODULE: ./.build/js/src/monitoring/subject.js
var monitoring_subject = __webpack_require__(36196);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/alert-check.js
var alert_check = __webpack_require__(45243);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/application.js
var application = __webpack_require__(57646);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/burn-rate.js
var burn_rate = __webpack_require__(66998);
// EXTERNAL MODULE: ./.build/js/src/analysis/selector.js
var selector = __webpack_require__(11775);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/certificates.js

const limits = [
    { severity: 'warning', days: 14, alert: 'SlipwayCertificateExpires' },
    { severity: 'critical', days: 3, alert: 'SlipwayCertificateExpiresSoon' },
];
function certificateAlerts({ app, namespace, owned }) {
    const { certificates, hosts } = owned;
    const managed = (0,selector/* narrowed */.fQ)('certmanager_certificate_expiration_timestamp_seconds', [
        (0,selector/* matching */.wC)('namespace', '=', namespace),
        (0,selector/* matching */.wC)('name', '=~', certificates.join('|')),
    ]);
    const probed = (0,selector/* narrowed */.fQ)('probe_ssl_earliest_cert_expiry', [
        (0,selector/* matching */.wC)('instance', '=~', `(.+://)?(${hosts.join('|')})([:/].*)?`),
    ]);
    const expiry = [
        ...(certificates.length === 0 ? [] : [`min by (name) (${managed})`]),
        ...(hosts.length === 0 ? [] : [`min by (instance) (${probed})`]),
    ];
    if (expiry.length === 0)
        return [];
    return limits.map(({ severity, days, alert }) => ({
        alert,
        severity,
        for: '10m',
        expr: `(${expiry.join(' or ')}) - time() < ${days * 86_400}`,
        summary: `${app}: a certificate expires in {{ $value | humanizeDuration }}`,
        description: 'Its renewal has failed or was forgotten. See `kubectl describe certificate`, or ask its issuer for a new one.',
    }));
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/recovery.js
var recovery = __webpack_require__(98833);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/rollouts.js
var rollouts = __webpack_require__(40840);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/rule.js
var rule = __webpack_require__(23232);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/security-events.js
var security_events = __webpack_require__(35348);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/rules.js









function ruleGroups(subject) {
    const { app, environment } = subject;
    const alerts = (name, texts) => ({
        name: `slipway-${app}-${environment}-${name}`,
        rules: (0,rule/* alertsFor */.b)(subject, texts),
    });
    const loaded = { record: rule/* rulesLoaded */.T, expr: 'vector(1)', labels: (0,monitoring_subject/* ownLabels */.ct)(subject) };
    const recordings = [loaded, ...(0,application/* signalRecordings */.JC)(subject), ...(0,burn_rate/* burnRecordings */.YT)(subject)];
    return [
        { name: `slipway-${app}-${environment}-signals`, interval: '30s', rules: recordings },
        alerts('objectives', (0,burn_rate/* burnAlertsOf */.qz)(subject)),
        alerts('application', [...(0,application/* applicationAlerts */.Ot)(subject), ...(0,application/* sourceAlerts */.LK)(subject)]),
        alerts('rollouts', (0,rollouts/* rolloutAlerts */.n9)(subject)),
        alerts('certificates', certificateAlerts(subject)),
        alerts('recovery', (0,recovery/* recoveryAlerts */.$h)(subject)),
        alerts('security-events', (0,security_events/* securityEventAlerts */.WL)(subject)),
        { ...alerts('check', (0,alert_check/* checkAlerts */.Q1)(subject)), interval: '5s' },
    ].filter(({ rules }) => rules.length > 0);
}


/***/ }),

/***/ 93126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PT: () => (/* binding */ scrapeJobs),
/* harmony export */   Zf: () => (/* binding */ podRelabeling),
/* harmony export */   ln: () => (/* binding */ exporterJob)
/* harmony export */ });
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36196);

function scrapeJobs(subject) {
    const { namespace, settings } = subject;
    const { pods } = settings.sources;
    const exporters = (0,_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .exporterNames */ .w3)(subject).map(source => exporterJob(subject, source));
    if (pods === undefined)
        return exporters;
    return [
        {
            job_name: (0,_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceJob */ .Pm)(subject, 'pods'),
            metrics_path: pods.path,
            kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespace] } }],
            relabel_configs: podRelabeling(subject, pods.port),
        },
        ...exporters,
    ];
}
function exporterJob(subject, source) {
    const { name = '', namespace = '', port = '' } = subject.settings.sources[source] ?? {};
    const ports = ['', '_name'].map(suffix => `__meta_kubernetes_endpointslice_port${suffix}`);
    return {
        job_name: (0,_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceJob */ .Pm)(subject, source),
        kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: [namespace] } }],
        relabel_configs: [
            { source_labels: ['__meta_kubernetes_service_name'], regex: name, action: 'keep' },
            { source_labels: ports, regex: `${port};.*|.*;${port}`, action: 'keep' },
            { target_label: 'namespace', replacement: source === 'node' ? namespace : subject.namespace },
        ],
    };
}
function podRelabeling({ namespace, workload }, port) {
    const [, { value: name }] = (0,_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .podMatchers */ .hj)(namespace, workload);
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


/***/ })

};
