export const id = 2988;
export const ids = [2988,2835,6342];
export const modules = {

/***/ 62988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bundleFiles: () => (/* binding */ bundleFiles),
  bundleOf: () => (/* binding */ bundleOf)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/config/monitoring.js
var monitoring = __webpack_require__(92780);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/alertmanager.js

const secretsFolder = '/etc/alertmanager/secrets';
function alertmanagerConfig(subject) {
    const { app, environment, settings } = subject;
    const receivers = monitoring/* severities */.gO.map(severity => ({
        name: receiverName(subject, severity),
        ...sectionsOf((0,monitoring/* channelsFor */.El)(settings.receivers, severity)),
    }));
    const own = [`app="${app}"`, `environment="${environment}"`];
    return {
        route: {
            receiver: receiverName(subject, 'warning'),
            group_by: ['app', 'environment', 'severity'],
            ...{ group_wait: '15s', group_interval: '5m', repeat_interval: '12h' },
            routes: monitoring/* severities */.gO.map(severity => ({
                receiver: receiverName(subject, severity),
                matchers: [...own, `severity="${severity}"`],
                ...(severity === 'critical' ? { group_wait: '5s', repeat_interval: '1h' } : {}),
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
const receiverName = ({ app }, severity) => `slipway-${app}-${severity}`;
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

;// CONCATENATED MODULE: ./.build/js/src/monitoring/dashboards/dashboards.js
function dashboardsOf(_subject) {
    return [];
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/rules.js + 4 modules
var rules_rules = __webpack_require__(5509);
// EXTERNAL MODULE: ./.build/js/src/monitoring/scrape.js
var scrape = __webpack_require__(93126);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/bundle.js





const bundleFiles = {
    rules: 'rules.yml',
    scrape: 'scrape.yml',
    alertmanager: 'alertmanager.yml',
};
function bundleOf(subject, url) {
    const groups = (0,rules_rules/* ruleGroups */.z)(subject, url);
    const rules = groups.flatMap(group => group.rules);
    const dashboards = dashboardsOf(subject);
    const yaml = (value) => (0,dist/* stringify */.As)(value, { lineWidth: 0 });
    return {
        files: {
            [bundleFiles.rules]: yaml({ groups }),
            [bundleFiles.scrape]: yaml({ scrape_configs: (0,scrape/* scrapeJobs */.P)(subject) }),
            [bundleFiles.alertmanager]: yaml(alertmanagerConfig(subject)),
            ...Object.fromEntries(dashboards.map(({ name, json }) => [`dashboards/${name}.json`, `${JSON.stringify(json, null, 2)}\n`])),
        },
        rules: rules.length,
        alerts: rules.filter(rule => 'alert' in rule).length,
        dashboards: dashboards.length,
    };
}


/***/ }),

/***/ 5509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ ruleGroups)
});

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/application.js
var application = __webpack_require__(57646);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/audit.js
const fewestLogins = 10;
const abnormal = 3;
function auditAlerts({ app, settings: { audit = {} } }) {
    const { logins, permissions, data, behavior } = audit;
    const alerts = [];
    if (logins !== undefined)
        alerts.push({
            ...{ alert: 'SlipwayLoginsFail', severity: 'critical', labels: { audit: 'logins' } },
            expr: `sum(increase(${logins.failed}[5m])) / (sum(increase(${logins.total}[5m])) >= ${fewestLogins}) > ${logins.max / 100}`,
            annotations: {
                summary: `${app}: {{ $value | humanizePercentage }} of the logins fail`,
                description: 'Either someone guesses passwords, or logins are broken: compare with the last release, and look at where the attempts come from.',
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
            expr: `sum(rate(${behavior}[5m])) > ${abnormal} * sum(rate(${behavior}[7d] offset 1h))`,
            annotations: {
                summary: `${app}: an audited signal is more than ${abnormal} times its average of the last week`,
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

// EXTERNAL MODULE: ./.build/js/src/recovery/feasibility.js
var feasibility = __webpack_require__(95344);
// EXTERNAL MODULE: ./.build/js/src/recovery/last-success.js
var last_success = __webpack_require__(22835);
// EXTERNAL MODULE: ./.build/js/src/recovery/scenario.js + 1 modules
var scenario = __webpack_require__(6342);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/recovery.js




const late = 1.5;
function recoveryAlerts({ app, namespace, recovery, }) {
    if (recovery === undefined)
        return [];
    const { databases, managed, drills } = recovery;
    const within = drills?.due?.within ?? {};
    const every = [
        ...Object.values(databases).map(({ incremental }) => incremental),
        ...Object.values(managed).map(each => each.every),
    ];
    const place = { app, namespace };
    return [
        ...(every.length === 0
            ? []
            : [tooOld(place, 'backup', 'SlipwayBackupTooOld', Math.min(...every), 'backup')]),
        ...scenario.scenarioIds.flatMap(id => {
            const most = within[id];
            if (most === undefined)
                return [];
            return [tooOld(place, `drill-${id}`, 'SlipwayDrillTooOld', most / late, `green drill of ${id}`)];
        }),
        ...(Object.keys(databases).length === 0 ? [] : archiveAlerts(place)),
        ...replicaAlerts(place, Object.values(databases)),
    ];
}
function tooOld({ app, namespace }, what, alert, every, noun) {
    const lease = `kube_lease_renew_time{namespace="${namespace}",lease="${(0,last_success.leaseName)(app, what)}"}`;
    const seconds = Math.round((late * every) / 1000);
    return {
        alert,
        expr: `time() - max(${lease}) > ${seconds} or absent(${lease})`,
        for: '15m',
        severity: 'critical',
        annotations: {
            summary: `${app}: the last ${noun} is too old, or there has never been one`,
            description: `The maximum age is ${Math.round((late * every) / 3_600_000)} h. Check whether its workflow still runs: schedules stop silently.`,
        },
    };
}
function archiveAlerts({ app, namespace }) {
    return [
        {
            alert: feasibility/* notArchived */.AF.alert,
            expr: `increase(pg_stat_archiver_failed_count{namespace="${namespace}"}[15m]) > 0`,
            for: feasibility/* notArchived */.AF.for,
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
function replicaAlerts({ app, namespace }, databases) {
    const replicas = [...Map.groupBy(databases, ({ workload: { kind, name } }) => `${kind}/${name}`).values()]
        .flatMap(each => each.map(database => database.replicas).reduce((a, b) => (a.length < b.length ? b : a)));
    const lags = replicas.flatMap(({ 'max-lag': lag }) => lag ?? []);
    const streams = `{namespace="${namespace}",state="streaming",application_name!~"pg_basebackup|pg_receivewal"}`;
    const written = 'pg_stat_replication_pg_current_wal_lsn_bytes';
    const replayed = `(${written}${streams} - pg_stat_replication_pg_wal_lsn_diff${streams})`;
    return [...new Set(lags)]
        .sort((a, b) => a - b)
        .map(lag => {
        const within = ({ mode, 'max-lag': own }) => mode === 'synchronous' || (own !== undefined && own <= lag);
        const count = replicas.filter(within).length;
        const before = `max by (instance) (${written}{namespace="${namespace}"} offset ${lag}ms)`;
        const near = `${replayed} >= 0 unless ${replayed} < on (instance) group_left () ${before}`;
        return {
            alert: feasibility/* replicaBehind */.pd,
            expr: `(count(${near}) or vector(0)) < ${count}`,
            for: '1m',
            severity: 'critical',
            annotations: {
                summary: `${app}: a standby lags more than ${(0,duration/* formatDuration */.a)(lag)}, or is disconnected`,
                description: `slipway.yml promises ${count === 1 ? 'one standby' : `${count} standbys`} within this lag. Until this is resolved, the loss of the primary may cost more data than \`plan\` reports: check pg_stat_replication, the network, and the load of the standby.`,
            },
        };
    });
}

// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/rollouts.js

function rolloutAlerts({ app, namespace, workload }) {
    if (workload.kind !== 'Deployment')
        return [];
    const canary = naming/* nameOf */.Vb.canary(workload.name);
    return [
        {
            ...{ alert: 'SlipwayRolloutWaits', severity: 'warning' },
            expr: `time() - max(kube_deployment_created{namespace="${namespace}",deployment="${canary}"}) > 86400`,
            annotations: {
                summary: `${app}: a rollout has been open for more than a day`,
                description: 'It waits for a person, or its run has ended and no sweep finishes it. See `slipway status`, then resume it or roll it back.',
            },
        },
    ];
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/rule.js
var rule = __webpack_require__(23232);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/rules/rules.js







function ruleGroups(subject, url) {
    const { app, environment } = subject;
    const alerts = (name, texts) => ({
        name: `slipway-${app}-${environment}-${name}`,
        rules: (0,rule/* alertsFor */.b)(subject, texts),
    });
    return [
        {
            name: `slipway-${app}-${environment}-signals`,
            interval: '30s',
            rules: [...(0,application/* signalRecordings */.JC)(subject), ...(0,burn_rate/* burnRecordings */.YT)(subject)],
        },
        alerts('objectives', (0,burn_rate/* burnAlertsOf */.qz)(subject)),
        alerts('application', [...(0,application/* applicationAlerts */.Ot)(subject), ...(0,application/* sourceAlerts */.LK)(subject)]),
        alerts('rollouts', rolloutAlerts(subject)),
        alerts('certificates', certificateAlerts(subject, url)),
        alerts('recovery', recoveryAlerts(subject)),
        alerts('audit', auditAlerts(subject)),
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
    const { app, namespace, settings } = subject;
    const { pods, node, postgres, redis } = settings.sources;
    const exporters = Object.entries({ node, postgres, redis }).flatMap(([source, service]) => service === undefined
        ? []
        : [
            {
                job_name: (0,_rules_application_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceJob */ .Pm)(app, source),
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
            job_name: (0,_rules_application_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceJob */ .Pm)(app, 'pods'),
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
            : `; no drill has yet measured whether it recovers within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(target.rto)}`;
        const sentence = `${target.domain}: covered by ${name}, which loses at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(worst)} (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(target.rpo)} allowed)${time}`;
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
        ? `${exact.name} takes ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(exact.mechanism.recovers ?? 0)} to recover (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(rto)} allowed)`
        : best !== undefined
            ? `the best mechanism is ${best.name}, which may lose ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(best.worst)} (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(rpo)} allowed)`
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
            : `archive WAL to a locked or offline repository in another region within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(rpo)} after it was written, and keep a full backup there`;
    if (rpo === 0)
        return `add a synchronous replica in another ${domain}`;
    return `add a replica in another ${domain} that never lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(rpo)}, or archive WAL to a repository there within that time`;
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
            return `the ${mechanism.type} backup to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(mechanism.every)}`;
        case 'dump':
            return `the logical dump to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(mechanism.every)}`;
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
