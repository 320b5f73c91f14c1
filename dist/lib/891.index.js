export const id = 891;
export const ids = [891,6196];
export const modules = {

/***/ 11775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ podMatcher),
/* harmony export */   Nx: () => (/* binding */ lets),
/* harmony export */   Pl: () => (/* binding */ parseSelector),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   fN: () => (/* binding */ renamed),
/* harmony export */   fQ: () => (/* binding */ narrowed),
/* harmony export */   vJ: () => (/* binding */ printSelector)
/* harmony export */ });
function parseSelector(text) {
    const whole = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?$/s.exec(text.trim());
    if (whole === null)
        return undefined;
    const [, name = '', inner = ''] = whole;
    const matchers = [];
    const one = /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*(?:,|$)/sy;
    while (one.lastIndex < inner.trimEnd().length) {
        const match = one.exec(inner);
        if (match === null)
            return undefined;
        const [, label = '', operator = '=', quoted = ''] = match;
        matchers.push({ label, operator: operator, value: unquoted(quoted) });
    }
    return { name, matchers };
}
function printSelector({ name, matchers }) {
    if (matchers.length === 0)
        return name;
    const inner = matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`);
    return `${name}{${inner.join(',')}}`;
}
function narrowed(text, further) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, matchers: [...selector.matchers, ...further] });
}
function renamed(text, part) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, name: `${selector.name}_${part}` });
}
function lets({ label, operator, value }, labels) {
    const actual = labels[label] ?? '';
    switch (operator) {
        case '=':
            return actual === value;
        case '!=':
            return actual !== value;
        case '=~':
            return matches(value, actual);
        case '!~':
            return !matches(value, actual);
    }
}
function matches(pattern, text) {
    try {
        return new RegExp(`^(?:${pattern})$`, 's').test(text);
    }
    catch {
        return true;
    }
}
function unquoted(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return inner;
    return inner.replace(/\\(.)/gs, (_, letter) => escapes[letter] ?? letter);
}
const escapes = { n: '\n', t: '\t', r: '\r' };
function literal(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
const longestList = 3_000;
function podMatcher(names) {
    const list = [...new Set(names)].sort().map(literal).join('|');
    if (list.length <= longestList)
        return { label: 'pod', operator: '=~', value: list };
    const owners = [...new Set(names.map(name => literal(name.replace(/[^-]+$/, ''))))].sort();
    return { label: 'pod', operator: '=~', value: `(?:${owners.join('|')})[^-]+` };
}


/***/ }),

/***/ 74790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ channelsFor),
/* harmony export */   g: () => (/* binding */ severities)
/* harmony export */ });
const severities = ['critical', 'warning', 'info'];
function channelsFor(receivers, severity) {
    const used = severities.slice(severities.indexOf(severity)).find(each => receivers[each].length > 0);
    const channels = used === undefined ? [] : receivers[used];
    return [...new Map(channels.map(each => [JSON.stringify(each), each])).values()];
}


/***/ }),

/***/ 45243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PS: () => (/* binding */ checkAlert),
/* harmony export */   Q1: () => (/* binding */ checkAlerts),
/* harmony export */   eP: () => (/* binding */ checkSeries),
/* harmony export */   fY: () => (/* binding */ checkLease)
/* harmony export */ });
/* unused harmony export longestCheck */
/* harmony import */ var _config_channels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74790);

const checkAlert = 'SlipwayAlertCheck';
const longestCheck = 600_000;
const checkLease = (app, severity) => `slipway-${app}.alert-check.${severity}`;
const checkSeries = ({ app, namespace }, severity) => `kube_lease_renew_time{namespace="${namespace}",lease="${checkLease(app, severity)}"}`;
const number = '{{ $value | printf "%.0f" }}';
const checkAlerts = (subject) => _config_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.map(severity => ({
    ...{ alert: checkAlert, severity, for: '5s', labels: { check: number } },
    expr: `max(${checkSeries(subject, severity)}) > time() - ${longestCheck / 1000}`,
    annotations: {
        summary: `${subject.app}: a test of the ${severity} alerts, number ${number}`,
        description: '`slipway alerts test` has started it, and ends it. Nothing is wrong.',
    },
}));


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
/* harmony export */   Pm: () => (/* binding */ sourceJob),
/* harmony export */   e3: () => (/* binding */ memoryOfLimit)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2561);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36196);



function signalRecordings(subject) {
    return (0,_signals_js__WEBPACK_IMPORTED_MODULE_1__/* .signalsOf */ .B)(subject).map(({ record, expr }) => ({ record, expr, labels: (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.ownLabels)(subject) }));
}
const fullest = { memory: 0.9, connections: 0.9 };
const leastLeft = { warning: 0.1, critical: 0.03 };
function memoryOfLimit({ namespace, workload }) {
    const matchers = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.podMatchers)(namespace, workload);
    const used = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('container_memory_working_set_bytes', [
        ...matchers,
        { label: 'container', operator: '!~', value: '|POD' },
    ]);
    const limit = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('kube_pod_container_resource_limits', [
        ...matchers,
        { label: 'resource', operator: '=', value: 'memory' },
    ]);
    return `max by (pod, container) (${used}) / on (pod, container) max by (pod, container) (${limit})`;
}
const volumeLeft = ({ namespace }) => `min by (persistentvolumeclaim) (kubelet_volume_stats_available_bytes{namespace="${namespace}"} / kubelet_volume_stats_capacity_bytes{namespace="${namespace}"})`;
function applicationAlerts(subject) {
    const { app, namespace, workload } = subject;
    const matchers = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__.podMatchers)(namespace, workload);
    const of = (metric) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(metric, matchers);
    const signals = new Map((0,_signals_js__WEBPACK_IMPORTED_MODULE_1__/* .signalsOf */ .B)(subject).map(signal => [signal.name, signal]));
    const ratioAlert = (name, text, most) => {
        const signal = signals.get(name);
        return signal === undefined
            ? []
            : [{ ...text, expr: `${(0,_signals_js__WEBPACK_IMPORTED_MODULE_1__/* .recorded */ .t)(signal, subject)} > ${most}`, severity: 'warning' }];
    };
    return [
        {
            ...{ alert: 'SlipwayTargetDown', for: '5m', severity: 'warning' },
            expr: `${of('up')} == 0`,
            annotations: {
                summary: `${app}: Prometheus gets no metrics from {{ $labels.pod }}`,
                description: 'Without metrics neither alerts nor the gate see this pod. Check its metrics port, its NetworkPolicy and its log.',
            },
        },
        {
            ...{ alert: 'SlipwayTargetsMissing', for: '5m', severity: 'critical' },
            expr: `absent(${of('up')})`,
            annotations: {
                summary: `${app}: Prometheus gets metrics from no pod`,
                description: `No pod of ${workload.kind}/${workload.name} in namespace ${namespace} is scraped, so the alerts about requests cannot fire. Check whether pods run, and the scrape configuration.`,
            },
        },
        {
            ...{ alert: 'SlipwayPodsRestart', severity: 'warning' },
            expr: `sum by (pod) (increase(${of('kube_pod_container_status_restarts_total')}[15m])) > 3`,
            annotations: {
                summary: `${app}: {{ $labels.pod }} restarts repeatedly`,
                description: 'Read the log of the container before it ended (kubectl logs --previous), and its last state (kubectl describe pod).',
            },
        },
        {
            ...{ alert: 'SlipwayMemoryNearLimit', for: '10m', severity: 'warning' },
            expr: `${memoryOfLimit(subject)} > ${fullest.memory}`,
            annotations: {
                summary: `${app}: {{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit`,
                description: 'At the limit the kernel kills the container (OOMKilled). Find the leak, or raise the limit in the manifests.',
            },
        },
        ...['warning', 'critical'].map((severity) => {
            return {
                ...{
                    alert: severity === 'critical' ? 'SlipwayVolumeAlmostFull' : 'SlipwayVolumeFillsUp',
                    for: '5m',
                    severity,
                },
                expr: `${volumeLeft(subject)} < ${leastLeft[severity]}`,
                annotations: {
                    summary: `${app}: the PVC {{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} left`,
                    description: 'Make the PVC larger, or remove what is not needed. Never remove WAL of a database by hand.',
                },
            };
        }),
        ...ratioAlert('connections', {
            ...{ alert: 'SlipwayConnectionsNearLimit', for: '5m' },
            annotations: {
                summary: `${app}: the database uses {{ $value | humanizePercentage }} of its connections`,
                description: 'New connections are refused at the limit. Find which client holds them (pg_stat_activity), or use a connection pool.',
            },
        }, fullest.connections),
    ];
}
function sourceAlerts(subject) {
    const { app, settings } = subject;
    const { sources } = settings;
    return ['node', 'postgres', 'redis']
        .filter(source => sources[source] !== undefined)
        .map(source => ({
        ...{ alert: 'SlipwaySourceDown', for: '5m', severity: 'warning', labels: { source } },
        expr: `absent(up{job="${sourceJob(subject, source)}"} == 1)`,
        annotations: {
            summary: `${app}: Prometheus gets no metrics from the ${source} exporter`,
            description: `The alerts and dashboards about it are blind. Check the exporter that \`sources.${source}\` in slipway.yml names.`,
        },
    }));
}
const sourceJob = ({ app, environment }, source) => `slipway-${app}-${environment}-${source}`;


/***/ }),

/***/ 66998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lj: () => (/* binding */ budgetLeft),
/* harmony export */   MZ: () => (/* binding */ burnLimits),
/* harmony export */   YT: () => (/* binding */ burnRecordings),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   g0: () => (/* binding */ burnRate),
/* harmony export */   md: () => (/* binding */ indicatorsOf),
/* harmony export */   o2: () => (/* binding */ ratioOver),
/* harmony export */   qz: () => (/* binding */ burnAlertsOf),
/* harmony export */   z2: () => (/* binding */ burnAlerts)
/* harmony export */ });
/* unused harmony export timeToAlert */
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36196);


const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const burnLimits = [
    { spent: 0.02, long: hour, short: 5 * minute, severity: 'critical' },
    { spent: 0.05, long: 6 * hour, short: 30 * minute, severity: 'critical' },
    { spent: 0.1, long: 3 * day, short: 6 * hour, severity: 'warning' },
];
const burnAlerts = {
    critical: 'SlipwayErrorBudgetBurn',
    warning: 'SlipwayErrorBudgetBurnSlow',
};
function indicatorsOf({ objectives, requests, histogram }) {
    const { availability, latency } = objectives;
    const found = [];
    if (availability !== undefined && requests !== undefined)
        found.push({
            ...{ objective: 'availability', share: availability, bad: 'fail', total: requests.total },
            badRate: range => `(sum(rate(${requests.bad}[${range}])) or vector(0))`,
        });
    if (latency !== undefined && histogram !== undefined) {
        const count = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(histogram, 'count');
        const boundary = { label: 'le', operator: '=~', value: boundaryPattern(latency.under) };
        const fast = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(histogram, 'bucket'), [boundary]);
        found.push({
            ...{
                objective: 'latency',
                share: latency.share,
                bad: `take longer than ${latency.under} s`,
                total: count,
            },
            badRate: range => `(sum(rate(${count}[${range}])) - sum(rate(${fast}[${range}])))`,
        });
    }
    return found;
}
const boundaryPattern = (boundary) => Number.isInteger(boundary) ? `${boundary}(\\.0)?` : (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(String(boundary));
function burnRecordings(subject) {
    return indicatorsOf(subject).flatMap(indicator => {
        const labels = { ...(0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownLabels)(subject), objective: indicator.objective };
        const totalRate = (range) => `sum(rate(${indicator.total}[${range}]))`;
        const windows = [...new Set(burnLimits.flatMap(({ long, short }) => [short, long]))].sort((a, b) => a - b);
        const ratios = windows.map(window => {
            const range = rangeOf(window);
            return {
                record: ratioOver(window),
                expr: `${indicator.badRate(range)} / (${totalRate(range)} > 0)`,
                labels,
            };
        });
        const own = selectorOf(subject, indicator.objective);
        const window = rangeOf(subject.objectives.window);
        return [
            ...ratios,
            { record: 'slo:requests:rate5m', expr: totalRate('5m'), labels },
            { record: 'slo:bad_requests:rate5m', expr: indicator.badRate('5m'), labels },
            {
                record: budgetLeft,
                expr: `1 - (sum_over_time(slo:bad_requests:rate5m${own}[${window}]) / (sum_over_time(slo:requests:rate5m${own}[${window}]) > 0)) / ${rounded(1 - indicator.share)}`,
                labels,
            },
        ];
    });
}
const budgetLeft = 'slo:error_budget:left';
const ratioOver = (window) => `slo:bad_requests:ratio_rate${rangeOf(window)}`;
function burnAlertsOf(subject) {
    return indicatorsOf(subject).flatMap(({ objective, share, bad }) => ['critical', 'warning'].map((severity) => {
        const limits = burnLimits.filter(limit => limit.severity === severity);
        const own = selectorOf(subject, objective);
        const window = subject.objectives.window;
        const expr = limits
            .map(limit => {
            const most = rounded(burnRate(limit, window) * (1 - share));
            return `(${ratioOver(limit.long)}${own} > ${most} and ${ratioOver(limit.short)}${own} > ${most})`;
        })
            .join(' or ');
        const [first] = limits;
        const spent = first === undefined ? '' : `${first.spent * 100} % of the error budget within ${rangeOf(first.long)}`;
        return {
            ...{ alert: burnAlerts[severity], expr, severity, labels: { objective } },
            annotations: {
                summary: `${subject.app}: {{ $value | humanizePercentage }} of the requests ${bad}`,
                description: `At this rate ${spent} is spent; ${rounded(share * 100)} % of the requests must be good over ${rangeOf(window)}. ${severity === 'critical'
                    ? 'If a release began shortly before, roll it back; otherwise check what the application depends on.'
                    : 'Nothing is urgent: find the cause within the day.'}`,
            },
        };
    }));
}
const burnRate = ({ spent, long }, window) => (spent * window) / long;
function timeToAlert(bad, allowed, window, limits = burnLimits) {
    const times = limits.flatMap(limit => {
        const most = burnRate(limit, window) * allowed;
        return bad > most ? [(most / bad) * limit.long] : [];
    });
    return times.length === 0 ? undefined : Math.min(...times);
}
const selectorOf = (subject, objective) => (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownSelector)('', subject, { objective });
function rangeOf(ms) {
    if (ms % day === 0)
        return `${ms / day}d`;
    return ms % hour === 0 ? `${ms / hour}h` : `${Math.round(ms / minute)}m`;
}
const rounded = (value) => Number(value.toPrecision(8));


/***/ }),

/***/ 2561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ signalsOf),
/* harmony export */   t: () => (/* binding */ recorded)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36196);


function signalsOf(subject, range = '5m') {
    return [
        ...requestSignals(subject, range),
        ...podSignals(subject, range),
        ...dataSignals(subject, range),
        ...businessSignals(subject),
    ];
}
const recorded = ({ record }, subject) => (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownSelector)(record, subject);
function requestSignals({ requests, histogram }, range) {
    const rate = (selector) => `sum(rate(${selector}[${range}]))`;
    const counted = requests === undefined
        ? []
        : [
            {
                ...{ name: 'requests', title: 'Requests', unit: 'requests per second', group: 'traffic' },
                ...{ worse: 'less', record: 'app:requests:rate5m', expr: rate(requests.total) },
            },
            {
                ...{ name: 'errors', title: 'Failed requests', unit: 'share', group: 'errors', worse: 'more' },
                record: 'app:request_errors:ratio_rate5m',
                expr: `(${rate(requests.bad)} or vector(0)) / (${rate(requests.total)} > 0)`,
            },
        ];
    if (histogram === undefined)
        return counted;
    const buckets = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(histogram, 'bucket');
    const quantiles = [50, 95, 99].map((percent) => ({
        ...{ name: `latency-p${percent}`, title: `Latency, ${percent}th percentile`, unit: 'seconds' },
        ...{ group: 'latency', worse: 'more', record: `app:request_duration_seconds:p${percent}_5m` },
        expr: `histogram_quantile(${percent / 100}, sum by (le) (rate(${buckets}[${range}])))`,
    }));
    return [...counted, ...quantiles];
}
function podSignals({ namespace, workload }, range) {
    const matchers = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.podMatchers)(namespace, workload);
    const containers = [...matchers, { label: 'container', operator: '!~', value: '|POD' }];
    const of = (metric) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(metric, containers);
    const pods = (metric) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(metric, matchers);
    return [
        {
            ...{ name: 'cpu', title: 'CPU', unit: 'cores', group: 'saturation', worse: 'more' },
            record: 'app:cpu_usage:cores_rate5m',
            expr: `sum(rate(${of('container_cpu_usage_seconds_total')}[${range}]))`,
        },
        {
            ...{ name: 'memory', title: 'Memory per pod', unit: 'bytes', group: 'saturation', worse: 'more' },
            record: 'app:memory_working_set:bytes_per_pod',
            expr: `avg(sum by (pod) (${of('container_memory_working_set_bytes')}))`,
        },
        {
            ...{
                name: 'network',
                title: 'Network',
                unit: 'bytes per second',
                group: 'saturation',
                worse: 'neither',
            },
            record: 'app:network:bytes_rate5m',
            expr: `sum(rate(${pods('container_network_receive_bytes_total')}[${range}])) + sum(rate(${pods('container_network_transmit_bytes_total')}[${range}]))`,
        },
        {
            ...{
                name: 'disk',
                title: 'Disk writes',
                unit: 'bytes per second',
                group: 'saturation',
                worse: 'neither',
            },
            record: 'app:disk_writes:bytes_rate5m',
            expr: `sum(rate(${of('container_fs_writes_bytes_total')}[${range}]))`,
        },
        {
            ...{ name: 'restarts', title: 'Container restarts', unit: 'count', group: 'errors', worse: 'more' },
            record: 'app:container_restarts:increase',
            expr: `sum(increase(${pods('kube_pod_container_status_restarts_total')}[${range}]))`,
        },
    ];
}
function dataSignals({ namespace, settings: { sources } }, range) {
    const own = `{namespace="${namespace}"}`;
    const postgres = sources.postgres === undefined
        ? []
        : [
            {
                ...{
                    name: 'connections',
                    title: 'Database connections',
                    unit: 'share',
                    group: 'data',
                    worse: 'more',
                },
                record: 'app:postgres_connections:ratio',
                expr: `max(sum by (instance) (pg_stat_activity_count${own}) / on (instance) max by (instance) (pg_settings_max_connections${own}))`,
            },
            {
                ...{
                    name: 'replication-lag',
                    title: 'Replication lag',
                    unit: 'bytes',
                    group: 'data',
                    worse: 'more',
                },
                record: 'app:postgres_replication_lag:bytes',
                expr: `max(pg_stat_replication_pg_wal_lsn_diff${own})`,
            },
        ];
    const redis = sources.redis === undefined
        ? []
        : [
            {
                ...{ name: 'cache-hits', title: 'Cache hits', unit: 'share', group: 'data', worse: 'less' },
                record: 'app:cache_hits:ratio_rate5m',
                expr: `sum(rate(redis_keyspace_hits_total${own}[${range}])) / (sum(rate(redis_keyspace_hits_total${own}[${range}])) + sum(rate(redis_keyspace_misses_total${own}[${range}])) > 0)`,
            },
        ];
    return [...postgres, ...redis];
}
const costly = ['cost', 'budget'];
function businessSignals({ settings: { queries } }) {
    const first = ['cost', 'budget', 'sessions'];
    const place = (name) => (first.includes(name) ? first.indexOf(name) : first.length);
    return Object.entries(queries)
        .sort(([one], [other]) => place(one) - place(other))
        .map(([name, expr]) => ({
        ...{ name, title: name, unit: 'count', group: 'business' },
        ...{
            worse: costly.includes(name) ? 'more' : 'neither',
            record: `app:${name.replaceAll('-', '_')}:query`,
        },
        expr: `sum(${expr})`,
    }));
}


/***/ }),

/***/ 36196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   monitoringSubject: () => (/* binding */ monitoringSubject),
/* harmony export */   ownLabels: () => (/* binding */ ownLabels),
/* harmony export */   ownSelector: () => (/* binding */ ownSelector),
/* harmony export */   podMatchers: () => (/* binding */ podMatchers),
/* harmony export */   requirePrometheus: () => (/* binding */ requirePrometheus)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const defaultAvailability = 99.9;
function monitoringSubject(config, name) {
    const environment = config.environments[name];
    const settings = environment?.monitoring;
    if (environment === undefined || settings === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment ${name} is not monitored: it has no \`monitoring\` in slipway.yml`, 'add `monitoring: {}` to it');
    const { gate, namespace, workload, recovery } = environment;
    requireFreeNames(settings.queries);
    const pods = podMatchers(namespace, workload);
    const requests = requestsOf(settings, gate);
    const histogram = settings.requests.histogram ?? gate?.metrics.find(each => 'histogram' in each)?.histogram;
    return {
        ...{ app: config.app, environment: name, namespace, workload, settings, recovery },
        prometheus: settings.prometheus ?? gate?.prometheus,
        requests: requests === undefined
            ? undefined
            : { total: (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(requests.total, pods), bad: (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(requests.bad, pods) },
        histogram: histogram === undefined ? undefined : (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(histogram, pods),
        objectives: objectivesOf(settings.objectives, requests !== undefined, histogram !== undefined),
        gateway: settings.sources.gateway ?? gatewayOf(gate),
    };
}
function requirePrometheus({ environment, prometheus, }) {
    if (prometheus !== undefined)
        return prometheus;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment ${environment} cannot be monitored: slipway.yml names no Prometheus`, 'add `monitoring.prometheus`, such as `prometheus: {service: monitoring/prometheus:9090}`');
}
const reserved = /^(requests|errors|latency-p\d+|cpu|memory|network|disk|restarts|connections|replication-lag|cache-hits)$/;
function requireFreeNames(queries) {
    const taken = Object.keys(queries).find(name => reserved.test(name));
    if (taken !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`\`monitoring.queries.${taken}\` has the name of a signal that is measured already`, 'choose another name');
}
function requestsOf({ requests: { total, bad } }, gate) {
    if ((total === undefined) !== (bad === undefined))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('`monitoring.requests` has only one of `total` and `bad`', 'add the other one, or remove both to use those of the gate');
    if (total !== undefined && bad !== undefined)
        return { total, bad };
    return gate?.metrics.find(each => 'total' in each);
}
function objectivesOf({ availability, latency, window }, counted, timed) {
    if (availability !== undefined && !counted)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('`objectives.availability` cannot be measured: no counter of requests is known', 'add `monitoring.requests` with `total` and `bad`, or a metric with `bad` to the gate');
    if (latency !== undefined && !timed)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('`objectives.latency` cannot be measured: no histogram of durations is known', 'add `monitoring.requests.histogram`, or a metric with `histogram` to the gate');
    return {
        window,
        ...(counted ? { availability: fraction(availability ?? defaultAvailability) } : {}),
        ...(latency === undefined ? {} : { latency: { ...latency, share: fraction(latency.share) } }),
    };
}
const fraction = (percent) => Number((percent / 100).toPrecision(12));
function gatewayOf(gate) {
    return gate?.share === 'contour' || gate?.share === 'traefik' ? gate.share : undefined;
}
const suffix = '[bcdfghjklmnpqrstvwxz2456789]';
const podNames = {
    Deployment: (name) => `${name}(-canary)?-${suffix}{1,10}-${suffix}{5}`,
    StatefulSet: (name) => `${name}-[0-9]+`,
    DaemonSet: (name) => `${name}-${suffix}{5}`,
};
function podMatchers(namespace, { kind, name }) {
    return [
        { label: 'namespace', operator: '=', value: namespace },
        { label: 'pod', operator: '=~', value: podNames[kind](name) },
    ];
}
const ownLabels = ({ app, environment, namespace, }) => ({ app, environment, namespace });
function ownSelector(name, subject, more = {}) {
    const labels = Object.entries({ ...ownLabels(subject), ...more });
    return `${name}{${labels.map(([label, value]) => `${label}="${value}"`).join(',')}}`;
}


/***/ })

};
